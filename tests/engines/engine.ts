/** A browser with one page, as the tests here drive it. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";
import { startChromium109 } from "./chromium-109";
import { startChromium, startFirefox } from "./stock";
import { startWebKit } from "./webkit";

export { expect };

export interface Engine {
  open(address: string): Promise<void>;
  /** What a function gives that runs in the page; it crosses as its text, its argument and its answer as JSON. */
  ask<Answer, Argument>(question: (argument: Argument) => Answer, argument: Argument): Promise<Answer>;
  /** Presses the first element of an XPath as a pointer does. */
  press(xpath: string): Promise<void>;
  screenshot(): Promise<Buffer>;
  /** The errors so far, of scripts, of the console and of the page's policy. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

const ENGINES = {
  webkit: startWebKit,
  "chromium-109": startChromium109,
  chromium: startChromium,
  firefox: startFirefox,
};

export const test = base.extend<{ engine: Engine }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
  engine: async ({}, use, info) => {
    const engine = await ENGINES[info.project.name as keyof typeof ENGINES]();
    try {
      await use(engine);
      if (info.status !== info.expectedStatus)
        await writeFile(info.outputPath("failed.png"), await engine.screenshot());
      expect(await engine.faults()).toEqual([]);
    } finally {
      await engine.close();
    }
  },
});

/** A file of the project. */
export const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** How many lessons there are. */
export const LESSONS: number = JSON.parse(read("public/lessons/index.json")).length;

/** The XPaths of a button by its whole name, and by words in it. */
export const button = (name: string): string => `//button[@aria-label="${name}" or normalize-space()="${name}"]`;
export const buttonWith = (words: string): string => `//button[contains(., "${words}")]`;

/** Waits until the page says something. */
export async function hear(engine: Engine, words: string): Promise<void> {
  const said = (words: string) => document.body.innerText.includes(words);
  await expect.poll(() => engine.ask(said, words), words).toBe(true);
}
