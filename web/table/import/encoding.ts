/** Decodes a file to text: detects its encoding and counts invalid byte sequences. */

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The number of invalid byte sequences, each replaced by U+FFFD. */
  readonly broken: number;
}

/** The replacement character for invalid bytes. */
export const REPLACEMENT = "\ufffd";

/**
 * Decodes bytes. A byte order mark decides the encoding; without one it is UTF-8 or GB 18030 (in which spreadsheets in
 * China save CSV), whichever is valid. If neither is, for example because a byte was lost, it is the one with fewer errors.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return as("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return as("utf-16be", bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return as("utf-8-bom", bytes);
  const unicode = as("utf-8", bytes);
  if (unicode.broken === 0) return unicode;
  // Chinese text in GB 18030 is hardly ever valid UTF-8: with many valid sequences it is UTF-8 with a fault.
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
