import { beforeAll, describe, expect, it } from "vitest";
import { presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { readIndex, readLesson } from "./read-lesson";
import { sayFault } from "./words";
import { LessonFault } from "./written";

beforeAll(startTestCore);

const said = (text: string): object => ({ zh: text, en: text });

/** A valid lesson, in which tests change one value. */
const small = {
  version: 2,
  title: said("title"),
  start: { preset: "weights", change: { training: { learning_rate: 0.01 } }, speed: 60 },
  steps: [
    {
      predict: { question: said("?"), choices: [said("a"), said("b")], answer: 2 },
      run: { text: said("run"), at: ["play", "picture:weights"] },
      goal: { text: said("goal"), when: { loss: { below: 1 }, chosen: ["training.learning_rate"] } },
      explain: said("{loss} at {updates}: {weight 1}, {prediction A}"),
    },
  ],
};

/** The same lesson with the value at a path replaced; undefined removes the field. */
function spoilt(path: string, value: unknown): string {
  const copy: unknown = structuredClone(small);
  const names = path.split(/[.[\]]+/).filter((name) => name !== "");
  const last = names.pop() ?? "";
  const place = names.reduce<unknown>((at, name) => Reflect.get(Object(at), name), copy);
  Reflect.set(Object(place), last, value);
  return JSON.stringify(copy);
}

function faultOf(text: string): LessonFault {
  try {
    readLesson(text);
  } catch (thrown) {
    if (thrown instanceof LessonFault) return thrown;
    throw thrown;
  }
  throw new Error("read without a fault");
}

it("a lesson is read, and its answer counts from 1", () => {
  const lesson = readLesson(JSON.stringify(small));
  expect(lesson.steps[0]?.predict?.answer).toBe(1);
  expect(lesson.steps[0]?.run.at).toEqual(["play", "picture:weights"]);
  expect(lesson.steps[0]?.goal.when.numbers).toEqual({ loss: { below: 1 } });
  expect(lesson.start).toEqual({
    preset: "weights",
    csv: null,
    change: { training: { learning_rate: 0.01 } },
    speed: 60,
  });
});

it("a file of 200 kB is refused at once", () => {
  const { path, rule } = faultOf(spoilt("title", said("长".repeat(33_000))));
  expect(path).toBe("");
  expect(rule).toMatchObject({ kind: "too_large", most: 100_000 });
  expect(faultOf("[".repeat(200_000)).rule.kind).toBe("too_large");
});

it("a byte order mark, which Windows' editor writes, does not matter", () => {
  expect(readLesson(`\uFEFF${JSON.stringify(small)}`).title.en).toBe("title");
});

describe("what does not fit is named by its path", () => {
  it.each([
    ["title", undefined, "title", "missing"],
    ["title.en", "", "title.en", "expected"],
    ["start.preset", "weight", "start.preset", "one_of"],
    ["start.speed", 61, "start.speed", "one_of"],
    ["start.csv", [], "start.csv", "expected"],
    ["steps", [], "steps", "expected"],
    ["steps[0].stage", "pie", "steps[0].stage", "one_of"],
    ["steps[0].stage", null, "steps[0].stage", "one_of"],
    ["steps[0].stage", ["boundary", "pie"], "steps[0].stage[1]", "one_of"],
    ["steps[0].stage", [], "steps[0].stage", "expected"],
    ["steps[0].stage", ["boundary", "boundary"], "steps[0].stage", "expected"],
    ["steps[0].stage", ["boundary", "curve", "loss"], "steps[0].stage[2]", "one_of"],
    ["steps[0].stage", ["boundary", "curve", "metrics"], "steps[0].stage", "expected"],
    ["steps[0].explian", said("x"), "steps[0].explian", "unknown_field"],
    ["steps[0].predict.answer", 3, "steps[0].predict.answer", "expected"],
    ["steps[0].predict.answer", 0, "steps[0].predict.answer", "expected"],
    ["steps[0].run.at", ["paly"], "steps[0].run.at[0]", "one_of"],
    ["steps[0].goal.when.loss", { under: 1 }, "steps[0].goal.when.loss.under", "unknown_field"],
    ["steps[0].goal.when.loss", {}, "steps[0].goal.when.loss", "expected"],
    ["steps[0].goal.when.chosen", ["training.learning_rat"], "steps[0].goal.when.chosen[0]", "expected"],
    ["steps[0].goal.when.experiment", { "modle.bias": true }, "steps[0].goal.when.experiment.modle.bias", "expected"],
    ["steps[0].goal.when.status", "done", "steps[0].goal.when.status", "one_of"],
    ["steps[0].explain.zh", "{los}", "steps[0].explain.zh", "one_of"],
  ])("%s = %j", (path, value, place, kind) => {
    const fault = faultOf(spoilt(path, value));
    expect(fault.path).toBe(place);
    expect(fault.rule.kind).toBe(kind);
  });

  it("and by the value that is there", () => {
    const said = (value: unknown): string => sayFault(faultOf(spoilt("steps[0].stage", value)), presetOf("weights"));
    expect(said("pie")).toContain('steps[0].stage: "pie"');
    expect(said(["boundary", 7])).toContain("steps[0].stage[1]: 7");
    expect(said({ pictures: [] })).toContain("steps[0].stage: …");
  });

  it("text that is no JSON", () => {
    expect(faultOf("{").rule.kind).toBe("json");
  });
});

it("a step says what is on the stage; else the pictures that it points at are", () => {
  const stageOf = (value: unknown) => readLesson(spoilt("steps[0].stage", value)).steps[0]?.stage;
  expect(stageOf("boundary")).toEqual(["boundary"]);
  expect(stageOf(["boundary", "curve"])).toEqual(["boundary", "curve"]);
  expect(stageOf(undefined)).toEqual(["weights"]);
  expect(readLesson(spoilt("steps[0].run.at", ["play"])).steps[0]?.stage).toEqual([]);
});

describe("the site's own lessons", () => {
  const texts = import.meta.glob<string>("../../../public/lessons/*.json", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const text = (file: string): string => texts[`../../../public/lessons/${file}`] ?? "";

  it("the index names every file, once", () => {
    const files = Object.keys(texts).map((path) => path.slice(path.lastIndexOf("/") + 1));
    expect([...readIndex(text("index.json")), "index.json"].sort()).toEqual(files.sort());
  });

  it.each(readIndex(text("index.json")))("%s is read", (file) => {
    const { steps } = readLesson(text(file));
    expect(steps.length).toBeGreaterThanOrEqual(2);
    expect(steps.length).toBeLessThanOrEqual(4);
  });

  it.each(readIndex(text("index.json")))("%s sets Chinese as it is set in print", (file) => {
    const chinese = [...text(file).matchAll(/"zh": "((?:[^"\\]|\\.)*)"/g)].map(([, words = ""]) => words);
    for (const words of chinese) {
      // No space between Chinese characters, no half-width punctuation after one.
      expect(words).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
      expect(words).not.toMatch(/\p{Script=Han}[,.;:?!]/u);
    }
  });
});

it("a lesson of version 1 is read with the present names of its settings", () => {
  const change = { scaling: "divide_by_100", training: { held_out: 0.25 } };
  const when = {
    experiment: { "training.test_fraction": { above: 0.2 }, scaling: "divide_by_100" },
    chosen: ["training.test_fraction"],
  };
  const { version: _, ...rest } = small;
  const [first] = small.steps;
  const old = { ...rest, start: { ...small.start, change }, steps: [{ ...first, goal: { text: said("goal"), when } }] };
  const { start, steps } = readLesson(JSON.stringify(old));
  expect(start.change).toEqual({ version: 2, scaling: "divide_by_100", training: { test_fraction: 0.25 } });
  expect(steps[0]?.goal.when).toMatchObject({
    experiment: { "training.test_fraction": { above: 0.2 }, scaling: "divide_by_100" },
    chosen: ["training.test_fraction"],
  });
  expect(readLesson(JSON.stringify({ ...old, version: 1 }))).toEqual({ title: said("title"), start, steps });
  expect(() => readLesson(JSON.stringify({ ...small, version: 3 }))).toThrow("version: one_of");
});
