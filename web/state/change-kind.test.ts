import { describe, expect, it } from "vitest";
import { withTraining } from "../edits/edit-model";
import { withClassName } from "../edits/edit-table-classes";
import { withSubjectName } from "../edits/edit-table-subjects";
import { experimentOf, student } from "../pictures/shared/experiment.testing";
import { changeKind } from "./change-kind";

const experiment = experimentOf(
  ["德育", "智育"],
  ["否", "是"],
  [student("甲", [80, 90], "是"), student("乙", [60, 70], "否"), student("丙", [75, 75])],
);
const withFirst = (change: object) => ({
  ...experiment,
  table: {
    ...experiment.table,
    students: experiment.table.students.map((one, row) => (row === 0 ? { ...one, ...change } : one)),
  },
});

describe("changeKind", () => {
  it("continues the run where only the rate is another one, or was chosen again", () => {
    expect(changeKind(experiment, withTraining(experiment, { learning_rate: 0.5 }))).toBe("rate");
    expect(changeKind(experiment, withTraining(experiment, {}))).toBe("rate");
  });

  it("continues the run where only names differ", () => {
    expect(changeKind(experiment, withFirst({ name: "丁" }))).toBe("names");
    expect(changeKind(experiment, withSubjectName(experiment, 1, "语文"))).toBe("names");
    expect(changeKind(experiment, withClassName(experiment, 1, "三好学生"))).toBe("names");
  });

  it.each([
    ["a score", withFirst({ scores: [81, 90] })],
    ["a target", withFirst({ target: "否" })],
    ["a missing target", withFirst({ target: null })],
    ["a student left out", withFirst({ included: false })],
    [
      "another order",
      { ...experiment, table: { ...experiment.table, students: [...experiment.table.students].reverse() } },
    ],
    ["a student less", { ...experiment, table: { ...experiment.table, students: experiment.table.students.slice(1) } }],
    ["classes in another order", { ...experiment, table: { ...experiment.table, classes: ["是", "否"] } }],
    ["a class more", { ...experiment, table: { ...experiment.table, classes: ["否", "是", "也许"] } }],
    ["the scaling", { ...experiment, scaling: "standard" as const }],
    ["the model", { ...experiment, model: { ...experiment.model, bias: false } }],
    ["the seed", withTraining(experiment, { seed: 2 })],
    ["the loss", withTraining(experiment, { loss: { kind: "squared" } })],
    ["rate and names at once", withTraining(withFirst({ name: "丁" }), { learning_rate: 0.5 })],
  ])("starts training anew for %s", (_, after) => {
    expect(changeKind(experiment, after)).toBe("restart");
  });
});
