/** Chromium 109, the last one for Windows 7, driven by Playwright. */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "@playwright/test";
import type { Engine } from "./engine";
import { drivenByPlaywright } from "./stock";

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
  return drivenByPlaywright(browser);
}
