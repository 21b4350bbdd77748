/** Runs the benchmark in both browsers, one after the other: `cargo xtask bench` builds its page first. */
import { defineConfig } from "@playwright/test";
import { chromium, firefox } from "../page/browsers";

export default defineConfig({
  testDir: ".",
  testMatch: "bench.ts",
  outputDir: "../../test-results",
  globalSetup: "./serve.ts",
  globalTeardown: "./report.ts",
  reporter: [["line"]],
  workers: 1,
  timeout: 600_000,
  projects: [chromium, firefox],
});
