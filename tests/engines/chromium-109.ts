/** Chromium 109, the last one for Windows 7, driven by Playwright. */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "@playwright/test";
import { VISITOR } from "../page/playground";
import type { Engine } from "./engine";

const PROGRAM = fileURLToPath(new URL("node_modules/@sparticuz/chromium/bin/chromium", import.meta.url));

/** Playwright's global set-up: unpacks the program from npm's package, once. */
export default async function unpack(): Promise<void> {
  if (existsSync(PROGRAM)) return;
  // It gets its name when it is whole.
  const part = `${PROGRAM}.part`;
  await pipeline(createReadStream(`${PROGRAM}.br`), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  await rename(part, PROGRAM);
}

export async function startChromium109(): Promise<Engine> {
  const browser = await chromium.launch({
    executablePath: PROGRAM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  const page = await browser.newPage(VISITOR);
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
