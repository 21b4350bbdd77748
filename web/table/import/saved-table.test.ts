/** A saved table opens as what it was, with the real core: its CSV goes the way of a file into the import dialog. */
import { beforeAll, expect, it } from "vitest";
import { presetOf, type Table } from "../../engine/engine";
import { csvOf } from "../../engine/lab";
import { startTestCore } from "../../state/core.testing";
import { readingOfContent } from "./fixtures.testing";
import { tableOf } from "./table";

beforeAll(startTestCore);

/** The table that the dialog offers for a saved one. */
async function reopened(table: Table): Promise<Table> {
  return tableOf(await readingOfContent(csvOf(table)));
}

const included = (table: Table): Table => ({
  ...table,
  students: table.students.map((student) => ({ ...student, included: true })),
});

function classed(classes: string[], targets: (string | null)[]): Table {
  const students = targets.map((target, row) => ({ name: `S${row}`, scores: [90 - row], target, included: true }));
  return { subjects: ["总分"], target: "等级", classes, students };
}

it.each(["weights", "award", "honours", "layers"] as const)("the example of case %s", async (preset) => {
  const table = included(presetOf(preset).table);
  expect(await reopened(table)).toEqual(table);
});

it.each([
  ["the no as the yes", classed(["pass", "fail"], ["pass", "fail", null])],
  ["classes that look like numbers", classed(["1", "2", "3"], ["2", "1", "3"])],
  ["an order that is not the order of the rows", classed(["优", "良", "中"], ["中", "优", "良"])],
  ["classes that nobody is in", classed(["一", "二", "三", "四"], ["二", null])],
  ["a class called ?", classed(["?", "!"], ["?", "!", null])],
  ["classes with separators", classed(["a;b", 'c,"d"'], ['c,"d"', "a;b"])],
])("%s", async (_, table) => {
  expect(await reopened(table)).toEqual(table);
});

it("totals that are all 0 or 1 stay numbers", async () => {
  const students = [0, 1].map((target) => ({ name: `S${target}`, scores: [90], target, included: true }));
  const table: Table = { subjects: ["德育"], target: "次数", classes: [], students };
  expect(await reopened(table)).toEqual(table);
});
