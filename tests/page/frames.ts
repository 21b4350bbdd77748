/** Prints the time from frame to frame over half a minute of training, with 300 students. */
import type { Page } from "@playwright/test";
import type { Preset } from "../../web/engine/engine";
import { expect, type Playground, test } from "./playground";
import { en } from "./words";

const SECONDS = 30;
const STUDENTS = 300;

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

async function report(page: Page, what: string): Promise<void> {
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
    SECONDS * 1000,
  );
  times.sort((a, b) => a - b);
  const at = (part: number): string => `${(times[Math.floor(part * (times.length - 1))] ?? Number.NaN).toFixed(1)} ms`;
  console.log(`${what}: ${times.length} frames, median ${at(0.5)}, 99th percentile ${at(0.99)}, longest ${at(1)}`);
  expect(times.length).toBeGreaterThan(SECONDS);
}

for (const preset of ["award", "honours", "layers"] satisfies Preset[]) {
  test(`the first pictures of ${preset}, and two compared`, async ({ playground, page }) => {
    await openLarge(playground, preset);
    await playground.play.click();
    await report(page, `${preset}, the stage and its miniatures`);
    await page.getByRole("button", { name: en.stage.compare }).click();
    await report(page, `${preset}, two pictures and the miniatures`);
  });

  test(`step by hand, time line and race of ${preset}`, async ({ playground, page }) => {
    await openLarge(playground, preset);
    await playground.openPicture("arithmetic");
    const card = page.getByRole("article", { name: en.titles.arithmetic });
    await card.getByRole("button", { name: en.arithmetic.stages.gradient, exact: true }).click();
    await playground.play.click();
    await report(page, `${preset}, training with a step by hand and the time line`);
    await playground.openPicture("race");
    await page.getByRole("button", { name: en.race.start }).click();
    await report(page, `${preset}, a race of four beside them`);
  });
}
