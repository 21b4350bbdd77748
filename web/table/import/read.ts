/** What a person opens, drops or pastes: an experiment, or a table whose columns are yet to be named. */
import { EngineError } from "../../engine/engine";
import { dictionary } from "../../i18n/i18n.svelte";
import { formatNumber } from "../../ui/format";
import { binaryKind } from "./binary";
import { decoded, type Encoding } from "./encoding";
import { textFromHtml } from "./html";
import { type Sheet, sheetFromText } from "./sheet";
import { importEn } from "./words.en";
import { importZh } from "./words.zh";

export const words = dictionary(importZh, importEn);

/** Larger files are not read: no table of the largest size comes near. */
const LARGEST_BYTES = 20 * 1024 * 1024;

export interface SheetFound {
  readonly kind: "sheet";
  readonly sheet: Sheet;
  /** The file's name; null for what was pasted. */
  readonly name: string | null;
  /** Null for what was pasted. */
  readonly encoding: Encoding | null;
  /** How many places of the file were no character of its encoding. */
  readonly broken: number;
}

export type Found = SheetFound | { readonly kind: "experiment"; readonly text: string };

/** Throws an `EngineError` where it is neither; `file.arrayBuffer` may throw too, as for a folder. */
export async function readFile(file: File): Promise<Found> {
  if (file.size > LARGEST_BYTES) {
    throw new EngineError(words.tooLarge(formatNumber(file.size / 1024 / 1024, 3)), null);
  }
  const bytes = new Uint8Array(await file.arrayBuffer().catch(unreadable));
  const binary = binaryKind(bytes, file.name);
  if (binary !== null) throw new EngineError(words.binary[binary], null);
  const { text, encoding, broken } = decoded(bytes);
  if (isExperiment(text)) return { kind: "experiment", text };
  return { kind: "sheet", sheet: sheetFromText(tableText(text)), name: file.name, encoding, broken };
}

/** A pasted text; where the clipboard holds nothing but HTML, its table. */
export function readPaste(plain: string, html: string): Found {
  const text = plain.trim() === "" ? html : plain;
  if (isExperiment(text)) return { kind: "experiment", text };
  return { kind: "sheet", sheet: sheetFromText(tableText(text)), name: null, encoding: null, broken: 0 };
}

function isExperiment(text: string): boolean {
  return text.trimStart().startsWith("{");
}

function tableText(text: string): string {
  return text.trimStart().startsWith("<") ? (textFromHtml(text) ?? text) : text;
}

function unreadable(): never {
  throw new EngineError(words.unreadable, null);
}
