/** Blocks that the table cannot take, pasted over the real core: nothing changes, and the refusal names the cell. */
import { beforeAll, expect, it } from "vitest";
import { presetOf } from "../engine/engine";
import { setLanguage } from "../i18n/i18n.svelte";
import { en } from "../i18n/messages.en";
import { refusalEn } from "../i18n/refusals.en";
import { reasonOf } from "../i18n/sentence";
import { englishName } from "../i18n/words";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { Grid } from "./grid.svelte";
import { pasteInto } from "./paste-into";

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
  if (pasteInto(store, grid, plain, "")) return null;
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
