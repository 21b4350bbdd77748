/** The two stock browsers; `cargo xtask test` says where they are. */
import type { Project } from "@playwright/test";

export const chromium = {
  name: "chromium",
  use: {
    browserName: "chromium" as const,
    launchOptions: {
      executablePath: process.env.SANHAO_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
} satisfies Project;

export const firefox = {
  name: "firefox",
  use: {
    browserName: "firefox" as const,
    // Stock Firefox over WebDriver BiDi, not Playwright's own build.
    channel: "moz-firefox",
    launchOptions: {
      executablePath: process.env.SANHAO_FIREFOX ?? "/usr/bin/firefox-esr",
      firefoxUserPrefs: {
        // The panel of downloads takes the focus from the page, and Enter is then no press of a button.
        "browser.download.alwaysOpenPanel": false,
      },
    },
  },
} satisfies Project;
