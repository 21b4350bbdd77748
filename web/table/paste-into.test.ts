/** Blocks that the table cannot take, pasted over the real core: nothing changes, and the refusal names the cell. */
import { beforeAll, expect, it } from "vitest";
import { presetOf, type Student } from "../engine/engine";
import { setLanguage } from "../i18n/i18n.svelte";
import { en } from "../i18n/messages.en";
import { refusalEn } from "../i18n/refusals.en";
import { reasonOf } from "../i18n/sentence";
import { englishName } from "../i18n/words";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { Grid } from "./grid.svelte";
import { type PasteOutcome, pasteInto } from "./paste-into";

beforeAll(async () => {
  await startTestCore();
  await setLanguage("en");
});

/** Where scores stand: after the check box and the name. */
const [FIRST_SCORE, LAST_SCORE] = [2, 4];

/** Pastes into the first student's row of case 1; the message where it is refused. */
function refusalOf(plain: string, column = FIRST_SCORE): string | null {
  const store = new Store(presetOf("weights"));
  const before = store.document.experiment;
  const grid = new Grid(store);
  grid.go({ row: 0, column });
  if (pasteInto(store, grid, plain, "") === "written") return null;
  expect(store.document.experiment).toBe(before);
  const problem = store.problems.current;
  if (problem === null) throw new Error("refused without a reason");
  return reasonOf(problem.error, {
    messages: en,
    refusal: refusalEn,
    table: store.document.experiment.table,
    local: englishName,
  });
}

it.each(["九十", "1e400", "NaN", "abc"])("one bad cell, “%s”, is named by its row and column", (bad) => {
  const message = refusalOf(`91\t81\n92\t${bad}\n93\t83`);
  expect(message).toContain(refusalEn.cell(2, englishName("智育")));
  expect(message).toContain(bad);
});

it("a block that is too wide is refused by its width", () => {
  const rule = { kind: "at_most", high: 2, what: "columns" } as const;
  expect(refusalOf("1\t2\t3\t4", LAST_SCORE)).toBe(refusalEn.rules.at_most("4", rule));
});

it("ten thousand rows are taken, thirty thousand are refused by the most that there may be", () => {
  const row = "90\t80\t70\t85\n";
  expect(refusalOf(row.repeat(10_000))).toBeNull();
  const rule = { kind: "at_most", high: 20_000, what: "students" } as const;
  expect(refusalOf(row.repeat(30_000))).toContain(refusalEn.rules.at_most("30000", rule));
});

/** What a block does that is pasted into the cell of the first student's name. */
function overName(plain: string): { outcome: PasteOutcome; students: readonly Student[] } {
  const store = new Store(presetOf("weights"));
  const grid = new Grid(store);
  grid.go({ row: 0, column: 1 });
  const outcome = pasteInto(store, grid, plain, "");
  return { outcome, students: store.document.experiment.table.students };
}

it("rows with commas fill the cells under them", () => {
  for (const plain of ["甲,1,2,3,4\n乙,5,6,7,8\n", "甲；1；2；3；4\r\n乙；5；6；7；8"]) {
    const { outcome, students } = overName(plain);
    expect(outcome).toBe("written");
    expect(students.map(({ name, scores, target }) => [name, ...scores, target])).toEqual([
      ["甲", 1, 2, 3, 4],
      ["乙", 5, 6, 7, 8],
    ]);
  }
  expect(overName("甲,1,2,3,4").students[0]).toMatchObject({ name: "甲", scores: [1, 2, 3], target: 4 });
});

it("a block that is another table changes nothing and goes to the dialog", () => {
  for (const plain of [
    "姓名,语文,数学,总分\n甲,1,2,3\n乙,4,5,9\n",
    "姓名\t语文\t数学\n甲\t1\t2\n",
    "甲\t1\t2\t3\t4\t5\n乙\t1\t2\t3\t4\t5\n",
    "甲,1,2,3,4,5,6\n乙,1,2,3,4,5,6\n",
  ]) {
    const { outcome, students } = overName(plain);
    expect(outcome, plain).toBe("table");
    expect(students.map(({ name }) => name)).toEqual(["A", "B"]);
  }
});

it("lines of names are names, with commas too", () => {
  const { outcome, students } = overName("Li, Ming\nWang, Fang\n");
  expect(outcome).toBe("written");
  expect(students.map(({ name }) => name)).toEqual(["Li, Ming", "Wang, Fang"]);
});
