/** Encodes text in a link's fragment, which browsers do not send to the server: deflate, then base64url. */

/** The prefix of a fragment with an experiment. */
export const FRAGMENT_START = "#e=";

/** Messengers and mail programs break longer links. */
export const MAX_LINK_LENGTH = 32_000;

/** The limit on inflated text, far above any experiment, as protection against decompression bombs. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

export async function fragmentOf(text: string): Promise<string> {
  const deflated = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return FRAGMENT_START + base64Url(deflated);
}

/** The fragment of a text that is a link with an experiment; null of any other text. */
export function fragmentIn(text: string): string | null {
  return /^\S+(#e=[\w-]+)$/.exec(text.trim())?.[1] ?? null;
}

/** Decodes a fragment; throws if it is damaged. */
export async function textFromFragment(hash: string): Promise<string> {
  const bytes = bytesOf(hash.slice(FRAGMENT_START.length));
  const inflated = await through(bytes, new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(inflated);
}

/** Bytes after a stream that packs or unpacks; throws if they are damaged or too many. */
export async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: TransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > MAX_TEXT_BYTES) {
      void reader.cancel();
      throw new RangeError("too long");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64Url(bytes: Uint8Array): string {
  // In chunks, since the number of call arguments is limited.
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) pieces.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return btoa(pieces.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const text = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
