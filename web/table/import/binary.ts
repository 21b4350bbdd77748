/** Recognizes binary files: workbooks, and others of which a message can say what to open instead. */
import { hasExperiment, zipEntries } from "./zip";

export type BinaryKind = "picture" | "workbook" | "spreadsheet" | "pdf" | "export" | "archive" | "cut" | "other";

/** The first bytes of each file type. An .xlsx workbook is a zip archive, recognized by the files in it. */
const SIGNATURES: readonly (readonly [kind: BinaryKind, bytes: readonly number[]])[] = [
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["picture", [0x42, 0x4d]],
  ["picture", [0x52, 0x49, 0x46, 0x46]],
  ["workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["archive", [0x50, 0x4b, 0x03, 0x04]],
];

/** All of these except PDF have a zero among their first few thousand bytes; text in UTF-8 or GB 18030 has none. */
const LOOKED_AT = 8192;

/** The type of a binary file; null for text. */
export function binaryKind(bytes: Uint8Array, name: string): BinaryKind | null {
  const kind = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? "other";
  if (kind === "pdf") return kind;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16 || !bytes.subarray(0, LOOKED_AT).includes(0)) return null;
  return kind === "archive" ? archiveKind(bytes, name) : kind;
}

function archiveKind(bytes: Uint8Array, name: string): BinaryKind {
  const entries = zipEntries(bytes);
  if (entries?.some((entry) => entry.name === "xl/workbook.xml") ?? /\.xls\w$/i.test(name)) return "workbook";
  if (/\.(xls\w|et|ods|numbers)$/i.test(name)) return "spreadsheet";
  if (entries === null) return "cut";
  return hasExperiment(entries) ? "export" : "archive";
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
