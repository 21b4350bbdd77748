import { defineConfig } from "@playwright/test";
import { chromium, firefox } from "./browsers";
import { ACTION_TIMEOUT, VISITOR } from "./playground";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  reporter: [["list"]],
  // One browser each: a third would take a core from the two that are there.
  workers: 2,
  timeout: 60_000,
  // A test that fails once is a defect, of the page or of the test.
  retries: 0,
  expect: { timeout: 15_000 },
  use: {
    ...VISITOR,
    actionTimeout: ACTION_TIMEOUT,
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    chromium,
    // Firefox runs what depends on a browser's engine: pointer, keys, clipboard, dialogs, files, MathML, canvas, the core.
    { ...firefox, grep: /@engine/ },
    { ...firefox, name: "firefox-all" },
  ],
});
