/** The text of a file: which encoding it is in, told from its bytes, and whether all of them make sense in it. */

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** How many places were no character of the encoding; U+FFFD stands there. */
  readonly broken: number;
}

/** What stands for bytes that are no character. */
export const REPLACEMENT = "\ufffd";

/**
 * Reads bytes as text. A mark at the start says what they are; else they are UTF-8, or GB 18030, in which spreadsheets in
 * China save CSV, whichever they fit. Where they fit neither, as where a byte was lost, it is the one they fit better.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return as("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return as("utf-16be", bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return as("utf-8-bom", bytes);
  const unicode = as("utf-8", bytes);
  if (unicode.broken === 0) return unicode;
  // Chinese characters in GB 18030 hardly ever look like UTF-8: where many do, it is UTF-8 with a fault.
  return foreignLetters(unicode.text) > 4 * unicode.broken ? unicode : as("gb18030", bytes);
}

function as(encoding: Encoding, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding === "utf-8-bom" ? "utf-8" : encoding).decode(bytes);
  return { text, encoding, broken: count(text, (code) => code === 0xfffd) };
}

function foreignLetters(text: string): number {
  return count(text, (code) => code > 0x7f && code !== 0xfffd);
}

function count(text: string, counts: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (counts(text.charCodeAt(i))) found += 1;
  return found;
}
