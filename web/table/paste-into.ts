/** Pastes the clipboard into the table as one change that can be undone. */
import { EngineError } from "../engine/engine";
import { quoted, refusal } from "../engine/error";
import { m } from "../i18n/i18n.svelte";
import { localName } from "../i18n/words";
import type { Store } from "../state/store";
import { blockOfClipboard, separatedBlock } from "./clipboard";
import type { Grid } from "./grid.svelte";
import { isOtherTable, type Pasted, pasted } from "./paste";

/** The location at which a refused paste is reported. */
const AT = "paste";

/** `table`: the block does not fit, and is a table that the import dialog can read. */
export type PasteOutcome = "written" | "refused" | "table";

/** Pastes over the selected block; changes nothing unless it is written. */
export function pasteInto(store: Store, grid: Grid, plain: string, html: string): PasteOutcome {
  if (plain === "" && html === "") return "refused";
  const separated = separatedBlock(plain);
  const texts = separated ?? blockOfClipboard(plain, html);
  const words = { local: localName, newName: m.data.newName };
  const result = pasted(store.document.experiment, texts, grid.textBlock ?? grid.block, words, grid.listed);
  if (result.kind !== "taken") {
    if (isOtherTable(texts, result) || (separated !== null && separated.length > 1)) return "table";
    store.problems.refuse(AT, refusedAs(result));
    return "refused";
  }
  if (!store.document.change(result.experiment, { at: AT })) return "refused";
  grid.keep(result.rows);
  grid.choose(result.block);
  const { left, right } = result.block;
  grid.announcement.say(() => m.data.pasted(result.rows.length, right - left + 1));
  return "written";
}

function refusedAs(result: Exclude<Pasted, { kind: "taken" }>): EngineError {
  if (result.kind === "tooWide") {
    const { columns, room } = result;
    const rule = { kind: "at_most" as const, high: room, what: "columns" as const };
    return new EngineError(`${columns} columns, at most ${room}`, {
      location: { kind: "field", path: "" },
      value: String(columns),
      rule,
    });
  }
  const { row, column, text, rule } = result;
  const error = refusal("", text, rule);
  return new EngineError(error.message, { location: { kind: "cell", row, column }, value: quoted(text), rule });
}
