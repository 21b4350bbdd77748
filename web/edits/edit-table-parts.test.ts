import { expect, it } from "vitest";
import { withClassName, withNewClass, withoutClass } from "./edit-table-classes";
import { irrelevantScores, withNewSubject, withoutSubject, withSubjectName } from "./edit-table-subjects";
import { classesTable, example } from "./example.testing";
import { fitModel } from "./fit";
import { freeName, nameRule } from "./names";

const award = fitModel(example, classesTable(["否", "是"]));

it("a subject is added with a score for every student, and removing it again is the identity", () => {
  const added = withNewSubject(example, "美育", [1, 2]);
  expect(added.table.subjects).toEqual(["德育", "智育", "体育", "美育"]);
  expect(added.table.students.map(({ scores }) => scores[3])).toEqual([1, 2]);
  expect(withoutSubject(added, 3)).toEqual(example);
});

it("given weights are replaced when a subject is added or removed", () => {
  const initial = { kind: "given" as const, layers: [{ weights: [[0.1, 0.1, 0.1]], biases: [] }] };
  const given = { ...example, model: { ...example.model, initial } };
  expect(withoutSubject(given, 0).model.initial).toEqual({ kind: "zeros" });
});

it("renaming a subject changes no score", () => {
  const renamed = withSubjectName(example, 1, "学业");
  expect(renamed.table.subjects).toEqual(["德育", "学业", "体育"]);
  expect(renamed.table.students).toBe(example.table.students);
});

it("irrelevant scores are whole, from 60 to 100, reproducible by seed, and uniform", () => {
  const scores = irrelevantScores(4100, 7);
  expect(scores).toEqual(irrelevantScores(4100, 7));
  expect(scores).not.toEqual(irrelevantScores(4100, 8));
  expect(scores.every((score) => Number.isInteger(score) && score >= 60 && score <= 100)).toBe(true);
  for (let score = 60; score <= 100; score += 1) {
    // 100 expected, the standard deviation is 10.
    expect(Math.abs(scores.filter((other) => other === score).length - 100)).toBeLessThan(45);
  }
});

it("a third class changes the output to softmax, and removing it restores the sigmoid", () => {
  const three = withNewClass(award, "优");
  expect(three.table.classes).toEqual(["否", "是", "优"]);
  expect(three.model.output).toBe("softmax");
  expect(withoutClass(three, 2).model.output).toBe("sigmoid");
});

it("students of a removed class are to be predicted, those of a renamed one stay in it", () => {
  const three = withNewClass(award, "优");
  expect(withoutClass(three, 1).table.students.map(({ target }) => target)).toEqual(["否", null]);
  expect(withClassName(award, 1, "三好").table.students.map(({ target }) => target)).toEqual(["否", "三好"]);
  expect(withClassName(award, 1, "三好").table.classes).toEqual(["否", "三好"]);
});

it("names are not empty and not duplicated", () => {
  expect(nameRule(["a", "b"], 0, " ")).toEqual({ kind: "not_empty" });
  expect(nameRule(["a", "b"], 0, "b ")).toEqual({ kind: "unique" });
  expect(nameRule(["a", "b"], 0, "a")).toBeNull();
  expect(freeName(["新", "新 2"], "新")).toBe("新 3");
  expect(freeName([], "新")).toBe("新");
});
