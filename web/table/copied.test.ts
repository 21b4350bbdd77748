/** Cells copied for a spreadsheet: what it would compute is text to it, as in a saved file, and comes back as it was. */
import { beforeAll, expect, it } from "vitest";
import { presetOf, type Student } from "../engine/engine";
import { csvOf } from "../engine/lab";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { rowsOf } from "../ui/delimited";
import { copiedText } from "./copied";
import { Grid } from "./grid.svelte";
import { pasteInto } from "./paste-into";

beforeAll(startTestCore);

const NAMES = [
  ..."=1+1 +1 -1+1 -甲 @SUM(A1) ＝1 '=1 ''=1 'a -1 -0.5 -01 - -∞ -inf O'Neil".split(" "),
  '=HYPERLINK("http://x","y")',
];
const ROWS = NAMES.map((_, row) => row);
const [NAME, TARGET] = [1, 3];

function storeOf(names: readonly string[]): Store {
  const students = names.map((name): Student => ({ name, scores: [-5], target: "=yes", included: true }));
  const experiment = presetOf("award");
  const table = { subjects: ["德育"], target: "结果", classes: ["+no", "=yes"], students };
  return new Store({ ...experiment, table });
}

it("names and classes are marked as in a saved file, and numbers are not", () => {
  const store = storeOf(NAMES);
  const { table } = store.document.experiment;
  const copied = copiedText(store, ROWS, { left: NAME, right: TARGET });
  const saved = csvOf(table);
  const cells = (text: string, separator: string) => [...rowsOf(text.trimEnd(), separator)].map((row) => row.cells);
  expect(cells(copied, "\t")).toEqual(cells(saved, ",").slice(1));
  for (const row of cells(copied, "\t")) expect(row.slice(1)).toEqual(["-5", "'=yes"]);
});

it("what was copied is pasted as it was", () => {
  const { document } = storeOf(NAMES);
  const copied = copiedText(storeOf(NAMES), ROWS, { left: NAME, right: TARGET });
  const store = storeOf(NAMES.map((_, row) => `S${row}`));
  const grid = new Grid(store);
  grid.go({ row: 0, column: NAME });
  expect(pasteInto(store, grid, copied, "")).toBe("written");
  expect(store.document.experiment.table.students).toEqual(document.experiment.table.students);
});
