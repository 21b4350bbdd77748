import { defineConfig } from "@playwright/test";
import { chromium, firefox } from "./browsers";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  reporter: [["list"]],
  // One browser each: a third would take a core from the two that are there.
  workers: 2,
  timeout: 60_000,
  // On two busy cores one of five hundred may run late. The list names what passed only at its second try: it is to be mended.
  retries: 1,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 10_000,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    trace: "off",
    screenshot: "only-on-failure",
  },
  projects: [chromium, firefox],
});
