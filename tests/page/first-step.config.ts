/** `npm run first-step`: how long it takes until case 1 has made its first step, beside another build. */
import { defineConfig } from "@playwright/test";
import { chromium, firefox } from "./browsers";

export default defineConfig({
  testDir: ".",
  testMatch: "first-step.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  reporter: [["list"]],
  workers: 1,
  timeout: 300_000,
  projects: [chromium, firefox],
});
