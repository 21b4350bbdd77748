/** `npm run frames`: how long a frame takes with every picture open, on this machine. */
import { defineConfig } from "@playwright/test";
import { chromium } from "./browsers";

export default defineConfig({
  testDir: ".",
  testMatch: "frames.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  reporter: [["list"]],
  workers: 1,
  timeout: 300_000,
  use: { viewport: { width: 1440, height: 900 } },
  projects: [chromium],
});
