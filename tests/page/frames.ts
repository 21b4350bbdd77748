/** Prints the time from frame to frame over half a minute of training, with 300 students and every picture open. */
import type { Preset } from "../../web/engine/engine";
import { expect, test } from "./playground";

const SECONDS = 30;
const STUDENTS = 300;

for (const preset of ["award", "honours", "layers"] satisfies Preset[]) {
  test(`frames of ${preset}`, async ({ playground, page }) => {
    await playground.open(preset);
    await playground.change(({ table }) => {
      const students = table.students.slice();
      while (table.students.length < STUDENTS) {
        const student = students[table.students.length % students.length];
        if (student !== undefined) table.students.push(structuredClone(student));
      }
    });
    await playground.openEveryPicture();
    await playground.play.click();
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
    const at = (part: number): string =>
      `${(times[Math.floor(part * (times.length - 1))] ?? Number.NaN).toFixed(1)} ms`;
    console.log(`${preset}: ${times.length} frames, median ${at(0.5)}, 99th percentile ${at(0.99)}, longest ${at(1)}`);
    expect(times.length).toBeGreaterThan(SECONDS);
  });
}
