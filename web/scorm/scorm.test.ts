/** What a learning platform is told, and what it gives back. */
import { expect, it } from "vitest";
import { type LessonProgress, type Progress, progressOf } from "../learn/lessons/progress";
import { findPlatform, spanOf } from "./platform";
import { reportOf } from "./report";
import { MAX_LENGTH, progressIn, suspendedText } from "./suspended";

const done = (readings: Record<string, number | string | null>): LessonProgress["steps"][number] => ({
  guess: 1,
  readings,
});
const some: Progress = {
  "01-weights.json": {
    at: 1,
    steps: [done({ loss: 0.0625, "prediction 学生 7": "三好学生" }), { guess: null, readings: null }],
  },
  "own/我的课": { at: 0, steps: [{ guess: 2, readings: null }] },
};
const read = (text: string): Progress => progressOf(JSON.stringify({ version: 1, lessons: progressIn(text) }));

it("progress is read back from short ASCII text", () => {
  const text = suspendedText(some);
  expect(text).toMatch(/^[ -~]*$/);
  expect(read(text)).toEqual(some);
});

it("every lesson of the page fits with all its numbers, in as many digits as are shown", () => {
  const lessons = Array.from({ length: 13 }, (_, index): [string, LessonProgress] => {
    const steps = Array.from({ length: 4 }, () => done({ loss: 0.0123456789, updates: 12_345 }));
    return [`${String(index + 1).padStart(2, "0")}-learning-rate.json`, { at: 3, steps }];
  });
  const text = suspendedText(Object.fromEntries(lessons));
  expect(text.length).toBeLessThanOrEqual(MAX_LENGTH);
  expect(read(text)["13-learning-rate.json"]?.steps[3]?.readings).toEqual({ loss: 0.0123457, updates: 12_345 });
  expect(read(text)["01-learning-rate.json"]?.steps[0]?.readings).toEqual({ loss: 0.0123457, updates: 12_345 });
});

it("what is too long loses the numbers of its earliest lessons first, and stays done", () => {
  const steps = Array.from({ length: 30 }, () => done({ [`prediction ${"长".repeat(20)}`]: 1.5 }));
  const long = Object.fromEntries(["a", "b", "c"].map((file): [string, LessonProgress] => [file, { at: 29, steps }]));
  const text = suspendedText(long);
  expect(text.length).toBeLessThanOrEqual(MAX_LENGTH);
  expect(read(text).a?.steps.every(({ readings }) => readings !== null && Object.keys(readings).length === 0)).toBe(
    true,
  );
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`lesson ${index}`, { at: 1, steps: [] }]));
  expect(suspendedText(many).length).toBeLessThanOrEqual(MAX_LENGTH);
});

it("a text that is none of it is no progress", () => {
  for (const text of ["", "null", "[2,{}]", '[1,{"a":7}]', '[1,{"a":[0,[1]]}]', "x".repeat(5000)]) {
    expect(Object.values(read(text)).every(({ steps }) => steps.length === 0 || steps[0]?.readings === undefined)).toBe(
      true,
    );
  }
});

it("the score is the share of the steps that count, and all of them are completed", () => {
  const toDo = new Map([["01-weights.json", 2]]);
  expect(reportOf(some, toDo, "01-weights.json")).toMatchObject({
    "cmi.core.score.raw": "50",
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.lesson_location": "01-weights.json",
  });
  const all: Progress = { "01-weights.json": { at: 1, steps: [done({}), done({})] } };
  expect(reportOf(all, toDo, null)).toMatchObject({
    "cmi.core.score.raw": "100",
    "cmi.core.lesson_status": "completed",
  });
  expect(reportOf({}, new Map(), null)).toMatchObject({
    "cmi.core.score.raw": "0",
    "cmi.core.lesson_status": "incomplete",
  });
});

it("a span is hours, minutes, seconds and hundredths", () => {
  expect(spanOf(0)).toBe("0000:00:00.00");
  expect(spanOf(3_723_456)).toBe("0001:02:03.45");
  expect(spanOf(59_999)).toBe("0000:00:59.99");
});

it("the platform is looked for in windows around the page, and past those of another origin there is none", () => {
  const api = {};
  const top = { API: api } as unknown as Window;
  Object.assign(top, { parent: top, top });
  const inner = { parent: { parent: top, top }, top } as unknown as Window;
  expect(findPlatform(inner)).toBe(api);
  const alien = {
    get API(): never {
      throw new DOMException("cross-origin", "SecurityError");
    },
  };
  const framed = { parent: alien, top: { opener: null } } as unknown as Window;
  expect(findPlatform(framed)).toBeNull();
});
