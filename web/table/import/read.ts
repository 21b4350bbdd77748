/** Reads what a person opens, drops or pastes: an experiment, or a table whose columns have no roles yet. */
import { EngineError } from "../../engine/engine";
import { dictionary } from "../../i18n/i18n.svelte";
import { formatNumber } from "../../ui/format";
import { cellsOfHtml } from "../html-table";
import { binaryKind } from "./binary";
import { decoded, type Encoding } from "./encoding";
import { type Sheet, sheetFromCells, sheetFromText } from "./sheet";
import { importEn } from "./words.en";
import { importZh } from "./words.zh";

export const words = dictionary(importZh, importEn);

/** Larger files are not read. A table of the largest allowed size needs far fewer bytes. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface SheetFound {
  readonly kind: "sheet";
  readonly sheet: Sheet;
  /** The file's name; null if the table was pasted. */
  readonly name: string | null;
  /** Null if the table was pasted. */
  readonly encoding: Encoding | null;
  /** The number of byte sequences that are invalid in the file's encoding. */
  readonly broken: number;
}

export type Found = SheetFound | { readonly kind: "experiment"; readonly text: string };

/** Throws an `EngineError` if the file is neither, or if it cannot be read (a folder, for example). */
export async function readFile(file: File): Promise<Found> {
  if (file.size > MAX_BYTES) {
    throw new EngineError(words.tooLarge(formatNumber(file.size / 1024 / 1024, 3)), null);
  }
  const bytes = new Uint8Array(await file.arrayBuffer().catch(unreadable));
  const binary = binaryKind(bytes, file.name);
  if (binary !== null) throw new EngineError(words.binary[binary], null);
  const { text, encoding, broken } = decoded(bytes);
  if (isExperiment(text)) return { kind: "experiment", text };
  return { kind: "sheet", sheet: sheetOf(text), name: file.name, encoding, broken };
}

/** Reads the clipboard's plain text, or its HTML table if there is no plain text. */
export function readPaste(plain: string, html: string): Found {
  const text = plain.trim() === "" ? html : plain;
  if (isExperiment(text)) return { kind: "experiment", text };
  return { kind: "sheet", sheet: sheetOf(text), name: null, encoding: null, broken: 0 };
}

function isExperiment(text: string): boolean {
  return text.trimStart().startsWith("{");
}

function sheetOf(text: string): Sheet {
  const cells = text.trimStart().startsWith("<") ? cellsOfHtml(text) : null;
  return cells === null ? sheetFromText(text) : sheetFromCells(cells);
}

function unreadable(): never {
  throw new EngineError(words.unreadable, null);
}
