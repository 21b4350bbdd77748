/** CSV files in and out. */
import { EngineError, type Table } from "../engine/engine";
import { tableFromFile } from "../engine/lab";
import { formatNumber } from "../format";

/** Larger files are not read: no table of the largest size comes near. */
const LARGEST_BYTES = 20 * 1024 * 1024;

/**
 * Reads a table from a file that a person has chosen.
 *
 * Throws an `EngineError`; `tooLarge` words the one that the core never sees.
 */
export async function readTable(file: File, tooLarge: (megabytes: string) => string): Promise<Table> {
  if (file.size > LARGEST_BYTES) {
    throw new EngineError(tooLarge(formatNumber(file.size / 1024 / 1024, 3)), null);
  }
  return tableFromFile(utf8Bytes(new Uint8Array(await file.arrayBuffer())));
}

/**
 * The file's text in UTF-8, which is all the core reads. Spreadsheets in China save CSV as GB 18030 (GBK), and "Unicode
 * text" is UTF-16 with a mark at its start. What is none of these stays as it is, for the core to refuse.
 */
export function utf8Bytes(bytes: Uint8Array): Uint8Array {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return encoding === "utf-8" ? bytes : new TextEncoder().encode(text);
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  return bytes;
}

function encodingsOf([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

/** Hands a text to the browser as a file to keep. */
export function saveText(text: string, name: string, kind: "csv" | "json" = "csv"): void {
  // The mark at the start tells spreadsheets that this is UTF-8; without it they garble Chinese.
  const mark = kind === "csv" ? "\ufeff" : "";
  const type = kind === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const address = URL.createObjectURL(new Blob([mark, text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Revoked only after the download has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
