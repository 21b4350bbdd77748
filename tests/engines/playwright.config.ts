/** `npm run test:engines`: the built page and the boundary's tests in WebKit and in Chromium 109; the page as a single file in every browser. */
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: ["../page/serve.ts", "./chromium-109.ts"],
  webServer: {
    // Not headless: it serves its tests to whichever browser comes.
    command: "wasm-pack test --chrome crates/sanhao-wasm",
    cwd: "../..",
    env: { WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
    wait: { stdout: /available at http:\/\/(?<boundary_tests>[\d.:]+)/ },
    timeout: 600_000,
  },
  reporter: [["list"]],
  // One engine each: the tests of a file follow one another.
  workers: 2,
  timeout: 90_000,
  retries: 0,
  // Without a graphics card WebKit paints a few frames a second.
  expect: { timeout: 30_000 },
  projects: [
    { name: "webkit" },
    { name: "chromium-109" },
    // The page's own tests run in these; here it is opened as a file.
    { name: "chromium", testMatch: "single-file.spec.ts" },
    { name: "firefox", testMatch: "single-file.spec.ts" },
  ],
});
