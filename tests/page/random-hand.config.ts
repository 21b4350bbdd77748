/** `npm run hand`: a random hand on the page, in both browsers. */
import { defineConfig } from "@playwright/test";
import { chromium, firefox } from "./browsers";

export default defineConfig({
  testDir: ".",
  testMatch: "random-hand.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  reporter: [["list"]],
  workers: 2,
  timeout: 300_000,
  // What is gone by the time it is reached is not waited for.
  use: { viewport: { width: 1440, height: 900 }, actionTimeout: 1500 },
  projects: [chromium, firefox],
});
