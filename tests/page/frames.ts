/**
 * Prints the time from frame to frame while training plays, with 300 students: of each case's first pictures, of two compared
 * with every miniature alive, of a step by hand and of a race. Beside it what an empty page had just before, and the machine's
 * load: a frame that is late there too is late for another reason.
 */
import { loadavg } from "node:os";
import type { Page } from "@playwright/test";
import type { Preset } from "../../web/engine/engine";
import { expect, type Playground, test } from "./playground";
import { en } from "./words";

const SECONDS = Number(process.env.SECONDS ?? 10);
const STUDENTS = 300;
const PRESETS = ["weights", "award", "honours", "layers"] as const satisfies readonly Preset[];

interface Times {
  readonly count: number;
  readonly median: number;
  readonly late: number;
  readonly longest: number;
}

async function openLarge(playground: Playground, preset: Preset): Promise<void> {
  await playground.open(preset);
  await playground.change(({ table }) => {
    const students = table.students.slice();
    while (table.students.length < STUDENTS) {
      const student = students[table.students.length % students.length];
      if (student !== undefined) table.students.push(structuredClone(student));
    }
  });
}

async function timesOf(page: Page, seconds: number): Promise<Times> {
  const times = await page.evaluate(
    (milliseconds) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const begun = performance.now();
        let last = begun;
        const frame = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now - begun < milliseconds) requestAnimationFrame(frame);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(part * (times.length - 1))] ?? Number.NaN;
  return { count: times.length, median: at(0.5), late: at(0.99), longest: at(1) };
}

async function report(page: Page, what: string): Promise<void> {
  const empty = await page.context().newPage();
  await empty.bringToFront();
  const before = await timesOf(empty, 3);
  await empty.close();
  await page.bringToFront();
  const { count, median, late, longest } = await timesOf(page, SECONDS);
  const said = ({ median, late }: Pick<Times, "median" | "late">): string =>
    `${median.toFixed(1)} / ${late.toFixed(1)}`;
  console.log(
    `${what}: median / 99th percentile ${said({ median, late })} ms, longest ${longest.toFixed(0)}, ${count} frames;` +
      ` empty page ${said(before)} ms; load ${loadavg()[0]?.toFixed(1)}`,
  );
  expect(count).toBeGreaterThan(SECONDS);
}

for (const preset of PRESETS) {
  test(`the first pictures of ${preset}, and two compared`, async ({ playground, page }) => {
    await openLarge(playground, preset);
    await playground.play.click();
    await report(page, `${preset}, the stage and its miniatures`);
    await page.getByRole("button", { name: en.stage.compare }).click();
    await report(page, `${preset}, two pictures and the miniatures`);
  });

  test(`step by hand and race of ${preset}`, async ({ playground, page }) => {
    await openLarge(playground, preset);
    await playground.openPicture("arithmetic");
    const card = page.getByRole("article", { name: en.titles.arithmetic });
    await card.getByRole("button", { name: en.arithmetic.stages.gradient, exact: true }).click();
    await playground.play.click();
    await report(page, `${preset}, a step by hand`);
    await playground.openPicture("race");
    await page.getByRole("button", { name: en.race.start }).click();
    await report(page, `${preset}, a race of four`);
  });
}
