/** Reads what a person opens, drops or pastes: an experiment, or rows of cells. */
import { EngineError } from "../../engine/engine";
import { dictionary } from "../../i18n/i18n.svelte";
import { fragmentIn } from "../../share/fragment";
import type { CellRows } from "../../ui/delimited";
import { formatNumber } from "../../ui/format";
import { cellsOfHtml } from "../html-table";
import { binaryKind } from "./binary";
import { type Decoded, decoded, decodedAs, type Encoding } from "./encoding";
import { numeralOf } from "./numbers";
import { type Source, sourceOfCells, sourceOfText } from "./sheet";
import { importEn } from "./words.en";
import { importZh } from "./words.zh";
import { experimentIn } from "./zip";

export const words = dictionary(importZh, importEn);

/** Larger files are not read. A table of the largest allowed size needs far fewer bytes. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface SheetFound {
  readonly kind: "sheet";
  readonly source: Source;
  /** The file's name; null if the table was pasted. */
  readonly name: string | null;
  /** The file's text; null for a workbook and a paste. */
  readonly text: TextFound | null;
  /** The workbook that the sheet is from. */
  readonly workbook: SheetsFound | null;
}

export interface TextFound {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** The number of byte sequences that are invalid in the file's encoding. */
  readonly broken: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The cells' texts, row by row from the sheet's first row on. A merged cell has its text in its first position. */
  readonly cells: CellRows;
  readonly merged: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Formulas without a stored value: their cells are empty. */
  readonly unevaluated: number;
}

export interface SheetsFound {
  /** The sheets that have more than one column. */
  readonly sheets: readonly WorkbookSheet[];
  /** Index of the sheet that is shown. */
  readonly shown: number;
}

/** A workbook that is still to be read. */
export interface WorkbookFile {
  readonly kind: "workbook";
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Found =
  | SheetFound
  | WorkbookFile
  | { readonly kind: "experiment"; readonly text: string }
  | { readonly kind: "lesson"; readonly name: string; readonly text: string }
  | { readonly kind: "link"; readonly fragment: string };

/** Throws an `EngineError` if the file is none of these, or if it cannot be read (a folder, for example). */
export async function readFile(file: File): Promise<Found> {
  if (file.size > MAX_BYTES) {
    throw new EngineError(words.tooLarge(formatNumber(file.size / 1024 / 1024, 3)), null);
  }
  const bytes = new Uint8Array(await file.arrayBuffer().catch(unreadable));
  const binary = binaryKind(bytes, file.name);
  if (binary === "workbook") return { kind: "workbook", name: file.name, bytes };
  if (binary === "export") return { kind: "experiment", text: await experimentIn(bytes).catch(damagedExport) };
  if (binary !== null) throw new EngineError(words.binary[binary], null);
  const content = decoded(bytes);
  if (isLesson(content.text)) return { kind: "lesson", name: file.name, text: content.text };
  return isExperiment(content.text) ? { kind: "experiment", text: content.text } : textFound(file.name, bytes, content);
}

/** The same file read in another encoding. */
export function inEncoding(found: SheetFound, encoding: Encoding): SheetFound {
  return found.text === null ? found : textFound(found.name, found.text.bytes, decodedAs(encoding, found.text.bytes));
}

/** Another sheet of the same workbook; throws an `EngineError` if it has too many rows. */
export function inSheet(found: SheetFound, shown: number): SheetFound {
  const sheet = found.workbook?.sheets[shown];
  if (found.workbook === null || sheet === undefined) return found;
  return { ...found, source: sourceOfCells(sheet.cells), workbook: { ...found.workbook, shown } };
}

/** Reads the clipboard's plain text, or its HTML table if there is no plain text; a link with an experiment too. Throws an `EngineError` if there is no table. */
export function readPaste(plain: string, html: string): Found {
  const text = plain.trim() === "" ? html : plain;
  if (isLesson(text)) return { kind: "lesson", name: "", text };
  if (isExperiment(text)) return { kind: "experiment", text };
  const fragment = fragmentIn(text);
  if (fragment !== null) return { kind: "link", fragment };
  if (text.trim() === "") throw new EngineError(words.nothingPasted, null);
  const source = sourceOf(text);
  if (!hasColumns(source) || isSentence(source)) throw new EngineError(words.noTable, null);
  return { kind: "sheet", source, name: null, text: null, workbook: null };
}

function textFound(name: string | null, bytes: Uint8Array, { text, encoding, broken }: Decoded): SheetFound {
  const source = sourceOf(text);
  if (!hasColumns(source)) throw new EngineError(words.noColumns, null);
  return { kind: "sheet", source, name, text: { bytes, encoding, broken }, workbook: null };
}

function hasColumns({ rows }: Source): boolean {
  return rows.some(({ cells }) => cells.length > 1);
}

/** A single line with a comma in it may be a sentence; a row of cells has more of them, and numbers. */
function isSentence({ rows }: Source): boolean {
  const [{ cells } = { cells: [] }, ...others] = rows;
  return others.length === 0 && (cells.length < 3 || cells.filter((cell) => numeralOf(cell) !== null).length < 2);
}

/** Whether a JSON text is a lesson, or was to be one: its reader says the place of what is wrong. */
function isLesson(text: string): boolean {
  if (!isExperiment(text)) return false;
  try {
    const value: object = JSON.parse(text);
    return "steps" in value;
  } catch {
    return text.includes('"steps"') && text.includes('"goal"');
  }
}

function isExperiment(text: string): boolean {
  return text.trimStart().startsWith("{");
}

function sourceOf(text: string): Source {
  const cells = text.trimStart().startsWith("<") ? cellsOfHtml(text) : null;
  return cells === null ? sourceOfText(text) : sourceOfCells(cells);
}

function damagedExport(): never {
  throw new EngineError(words.exportDamaged, null);
}

function unreadable(): never {
  throw new EngineError(words.unreadable, null);
}
