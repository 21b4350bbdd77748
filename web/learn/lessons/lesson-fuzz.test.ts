/** What a lesson's file may hold. What was found stands in corpus/, one text a file. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { presetOf } from "../../engine/engine";
import { setLanguage } from "../../i18n/i18n.svelte";
import { startTestCore } from "../../state/core.testing";
import { damagedText } from "../../state/damaged.testing";
import { readGuesses } from "../article/cards";
import { progressOf, textOf } from "./progress";
import { readIndex, readLesson } from "./read-lesson";
import { beginningsOf } from "./start";
import { sayFault } from "./words";
import { LessonFault } from "./written";

const CORPUS = import.meta.glob<string>("./corpus/*", { query: "?raw", import: "default", eager: true });
const LESSONS = Object.values(
  import.meta.glob<string>("../../../public/lessons/{01,03,08,11}-*.json", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);

beforeAll(startTestCore);

/** Reads a lesson up to its starts: the fault that the page shows, null if there is none. */
function faultOf(text: string): LessonFault | null {
  try {
    const lesson = readLesson(text);
    expect(beginningsOf(lesson)).toHaveLength(lesson.steps.length);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof LessonFault)) throw thrown;
    for (const language of ["zh", "en"] as const) {
      setLanguage(language);
      expect(sayFault(thrown, presetOf("weights"))).not.toMatch(/undefined|\[object|function /);
    }
    return thrown;
  }
}

it.each(Object.entries(CORPUS))("%s is a fault", (_, text) => {
  expect(faultOf(text)).toBeInstanceOf(LessonFault);
});

it("a damaged lesson is read or is a fault", { timeout: 60_000 }, () => {
  let read = 0;
  fc.assert(
    fc.property(damagedText(LESSONS), (text) => {
      if (faultOf(text) === null) read += 1;
    }),
    { seed: 1, numRuns: 800 },
  );
  expect(read).toBeGreaterThan(20);
});

it("the list of lessons is read or is a fault", () => {
  fc.assert(
    fc.property(damagedText(['["01-weights.json", "02-learning-rate.json"]']), (text) => {
      try {
        expect(readIndex(text).every((name) => typeof name === "string")).toBe(true);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(LessonFault);
      }
    }),
    { seed: 1, numRuns: 500 },
  );
});

it("whatever stands in the browser's store is taken for progress or for none", () => {
  const progress = textOf({ "01-weights.json": { at: 1, steps: [{ guess: 0, readings: { loss: 0.5 } }] } });
  const guesses = '{"version":1,"guesses":{"1":"right","2":"half"}}';
  fc.assert(
    fc.property(damagedText([progress, guesses]), (text) => {
      for (const { at, steps } of Object.values(progressOf(text))) {
        expect(Number.isInteger(at) && Array.isArray(steps)).toBe(true);
      }
      expect(Object.values(readGuesses(text)).every((guess) => ["right", "half", "wrong"].includes(guess))).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});
