/** A browser that Playwright drives, and the two stock ones. */
import { type Browser, chromium, firefox } from "@playwright/test";
import * as stock from "../page/browsers";
import { VISITOR } from "../page/playground";
import type { Engine } from "./engine";

export async function drivenByPlaywright(browser: Browser): Promise<Engine> {
  // Each test has a browser of its own, so that none is answered by what another one has kept.
  const page = await browser.newPage({ ...VISITOR, serviceWorkers: "allow" });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return {
    faults: async () => faults,
    open: async (address) => void (await page.goto(address)),
    ask: (question, argument) => page.evaluate(question as never, argument),
    press: (xpath) => page.locator(`xpath=${xpath}`).first().click(),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

export async function startChromium(): Promise<Engine> {
  return drivenByPlaywright(await chromium.launch(stock.chromium.use.launchOptions));
}

export async function startFirefox(): Promise<Engine> {
  const { channel, launchOptions } = stock.firefox.use;
  return drivenByPlaywright(await firefox.launch({ ...launchOptions, channel }));
}
