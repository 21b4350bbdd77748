/** Decodes a file to text: detects its encoding and counts invalid byte sequences. */

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252";

/** The encodings of files without a byte order mark, which a person can choose. */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "windows-1252"] as const satisfies readonly Encoding[];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The number of invalid byte sequences, each replaced by U+FFFD. */
  readonly broken: number;
}

/** The replacement character for invalid bytes. */
export const REPLACEMENT = "\ufffd";

/**
 * Decodes bytes. A byte order mark decides the encoding; without one it is UTF-8 if that is valid. Else it is the encoding of
 * spreadsheets in China, Taiwan or the West in which the bytes are the most ordinary letters.
 */
export function decoded(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodedAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodedAs("utf-16be", bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodedAs("utf-8-bom", bytes);
  const unicode = decodedAs("utf-8", bytes);
  if (unicode.broken === 0) return unicode;
  // Text in the other encodings is hardly ever valid UTF-8: with many valid sequences it is UTF-8 with a fault.
  if (foreignLetters(unicode.text) > 4 * unicode.broken) return unicode;
  return decodedAs(legacyEncoding(bytes), bytes);
}

export function decodedAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding === "utf-8-bom" ? "utf-8" : encoding).decode(bytes);
  return { text, encoding, broken: count(text, (code) => code === 0xfffd) };
}

/** Enough bytes to tell the encodings apart. */
const LOOKED_AT = 100_000;

/**
 * Counts the bytes above 127 that are ordinary letters in each encoding. In GB 18030 they are pairs, the frequent characters
 * from B0A1 to D7F9; in Big5 a character's second byte may be an ASCII letter, the frequent characters are from A440 to C67E; in
 * Windows-1252 letters with accents stand alone between ASCII letters.
 */
function legacyEncoding(bytes: Uint8Array): "gb18030" | "big5" | "windows-1252" {
  const end = Math.min(bytes.length, LOOKED_AT);
  const [chinese, taiwanese] = [ordinaryPairs(bytes, end, isOrdinaryInGb), ordinaryPairs(bytes, end, isOrdinaryInBig5)];
  let [high, alone] = [0, 0];
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    high += 1;
    const isLetter = byte >= 0xc0 || WESTERN_SIGNS.includes(byte);
    if (isLetter && (bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) alone += 1;
  }
  if (alone / high > Math.max(chinese, taiwanese)) return "windows-1252";
  return taiwanese > chinese ? "big5" : "gb18030";
}

/** € … ‘ ’ “ ” – — and signs such as °, ª, º, ß's neighbours in Windows-1252. */
const WESTERN_SIGNS = [
  0x80, 0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9a, 0x9c, 0x9e, 0xa7, 0xaa, 0xb0, 0xba,
];

/** The share of pairs of bytes, each beginning with a byte above 127, that are ordinary characters. */
function ordinaryPairs(bytes: Uint8Array, end: number, isOrdinary: (lead: number, trail: number) => boolean): number {
  let [pairs, ordinary] = [0, 0];
  for (let i = 0; i < end; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    pairs += 1;
    if (isOrdinary(lead, bytes[i + 1] ?? 0)) ordinary += 1;
    i += 1;
  }
  return ordinary / pairs;
}

function isOrdinaryInGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
}

function isOrdinaryInBig5(lead: number, trail: number): boolean {
  const second = (trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1;
  return second && ((lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1);
}

function foreignLetters(text: string): number {
  return count(text, (code) => code > 0x7f && code !== 0xfffd);
}

function count(text: string, counts: (code: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < text.length; i++) if (counts(text.charCodeAt(i))) found += 1;
  return found;
}
