/** Takes the README's picture of the real page: `npm run picture`, after the page has been built. */
import { defineConfig } from "@playwright/test";
import { chromium } from "./browsers";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  testMatch: "picture.ts",
  projects: [{ ...chromium, use: { ...chromium.use, deviceScaleFactor: 1 } }],
});
