/** Texts in a link's fragment, which no server ever sees: deflated, then in the letters that a link may hold. */

/** What a link's fragment begins with where it carries an experiment. */
export const FRAGMENT_START = "#e=";

/** A link longer than this does not survive messengers and mail. */
export const LONGEST_LINK = 32_000;

/** No experiment's text comes near; more would be a bomb, not a link. */
const LARGEST_TEXT = 32 * 1024 * 1024;

export async function fragmentOf(text: string): Promise<string> {
  const deflated = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return FRAGMENT_START + base64Url(deflated);
}

/** Reads a fragment; throws where it is damaged. */
export async function textFromFragment(hash: string): Promise<string> {
  const bytes = bytesOf(hash.slice(FRAGMENT_START.length));
  const inflated = await through(bytes, new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(inflated);
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: TransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > LARGEST_TEXT) {
      void reader.cancel();
      throw new RangeError("too long");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64Url(bytes: Uint8Array): string {
  // In pieces: a call takes only so many arguments.
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return btoa(pieces.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const text = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
