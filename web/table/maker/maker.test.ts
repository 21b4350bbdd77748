import { expect, it } from "vitest";
import { EngineError } from "../../engine/error";
import {
  ARTICLE_CLASS,
  type Draft,
  makerOf,
  otherSeed,
  ruleOf,
  withoutSubject,
  withSubject,
  withSubjectField,
} from "./maker";

function refusalOf(change: Partial<Draft>): unknown {
  try {
    return makerOf({ ...ARTICLE_CLASS, ...change });
  } catch (thrown) {
    return thrown instanceof EngineError ? [thrown.details?.location, thrown.details?.rule.kind] : thrown;
  }
}

it("the article's class has the article's settings", () => {
  expect(makerOf(ARTICLE_CLASS)).toEqual({
    students: 80,
    subjects: ["德育", "智育", "体育"],
    scores: { kind: "article" },
    rule: { weights: [0.6, 0.3, 0.1], outcome: { kind: "award", threshold: 95, noise: 0 } },
    seed: 1,
  });
});

it("uniform and normal distributions have parameters", () => {
  const scores = (change: Partial<Draft>) => makerOf({ ...ARTICLE_CLASS, ...change }).scores;
  expect(scores({ scores: "strong" })).toEqual({ kind: "uniform", low: 93, high: 100 });
  expect(scores({ scores: "ordinary" })).toEqual({ kind: "uniform", low: 60, high: 100 });
  expect(scores({ scores: "uniform", low: "5０", high: "90" })).toEqual({ kind: "uniform", low: 50, high: 90 });
  expect(scores({ scores: "normal", mean: "80.5" })).toEqual({ kind: "normal", mean: 80.5, deviation: 8 });
});

it("the noise is a percentage of wrong labels, or points of error", () => {
  expect(makerOf({ ...ARTICLE_CLASS, wrong: "5" }).rule.outcome).toEqual({ kind: "award", threshold: 95, noise: 0.05 });
  expect(makerOf({ ...ARTICLE_CLASS, outcome: "total", error: "2" }).rule.outcome).toEqual({ kind: "total", noise: 2 });
});

it("a field without a valid number is named", () => {
  const field = (path: string) => ({ kind: "field", path });
  expect(refusalOf({ students: "" })).toEqual([field("students"), "number"]);
  expect(refusalOf({ students: "2.5" })).toEqual([field("students"), "whole"]);
  expect(refusalOf({ wrong: "60" })).toEqual([field("rule.outcome.noise"), "between"]);
  expect(refusalOf({ threshold: "1e400" })).toEqual([field("rule.outcome.threshold"), "finite"]);
  expect(refusalOf({ seed: "99999999999" })).toEqual([field("seed"), "between"]);
  expect(refusalOf({ subjects: [{ name: "a", weight: "abc" }] })).toEqual([field("rule.weights[0]"), "number"]);
});

it("a hidden field is not read", () => {
  expect(refusalOf({ low: "x", mean: "y", error: "z" })).toHaveProperty("students", 80);
});

it("the pictures show the rule that was entered", () => {
  expect(ruleOf(makerOf(ARTICLE_CLASS), true)).toEqual({
    weights: [0.6, 0.3, 0.1],
    threshold: 95,
    kept: true,
    made: true,
  });
  expect(ruleOf(makerOf({ ...ARTICLE_CLASS, outcome: "total" }), false).threshold).toBeNull();
});

it("the dice button always gives a different seed", () => {
  expect(otherSeed("1", () => 0)).toBe("2");
  expect(otherSeed("1", () => 0.5)).toBe("5000");
});

it("subjects are added with unique names, changed and removed", () => {
  const named = withSubjectField(ARTICLE_CLASS, 2, { name: "科目 4" });
  const more = withSubject(named, (index) => `科目 ${index}`);
  expect(more.subjects.at(-1)).toEqual({ name: "科目 5", weight: "0" });
  expect(withoutSubject(more, 0).subjects.map(({ name }) => name)).toEqual(["智育", "科目 4", "科目 5"]);
});
