/** Reads the list of files at the end of a zip archive, and unpacks one. */
import { through } from "../../share/through";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** How a file is packed. */
const STORED = 0;
const DEFLATED = 8;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** Of the header before a file's own bytes. */
const HEADER_BYTES = 30;
/** The longest comment after the end record. */
const MAX_COMMENT = 0xffff;

interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the archive says. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  /** Where its header begins. */
  readonly at: number;
}

/** The files of an archive; null if the list is not there, as in an archive that is cut off. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - END_BYTES;
  let end = last;
  while (end >= Math.max(0, last - MAX_COMMENT) && view.getUint32(end, true) !== END) end -= 1;
  if (end < Math.max(0, last - MAX_COMMENT)) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    entries.push({
      name,
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of all files of an archive when unpacked; null if their list is not there. */
export function unpackedSize(bytes: Uint8Array): number | null {
  return zipEntries(bytes)?.reduce((sum, { size }) => sum + size, 0) ?? null;
}

/** The name of an experiment in the zip that the page writes, in whichever folder it was packed again. */
const EXPERIMENT = /(^|\/)experiment\.json$/;

export function hasExperiment(entries: readonly { readonly name: string }[]): boolean {
  return entries.some(({ name }) => EXPERIMENT.test(name));
}

/** The text of the experiment in an archive; rejects if that is damaged. */
export async function experimentIn(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const entry = zipEntries(bytes)?.find(({ name }) => EXPERIMENT.test(name));
  if (entry === undefined) throw new RangeError("no experiment");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.at + HEADER_BYTES + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new RangeError("packed in another way");
  const text = entry.method === STORED ? packed : await through(packed, new DecompressionStream("deflate-raw"));
  if (text.length !== entry.size) throw new RangeError("cut");
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
