/** An experiment in a link's fragment: its short text, deflated, then base64url. */
import { FRAGMENT_START } from "./fragment";
import { packedText, unpacked } from "./packed";
import { type Shared, ShareError, sharedFromText } from "./shared";
import { through } from "./through";

export function fragmentOfShared(shared: Shared): Promise<string> {
  return fragmentOf(packedText(shared));
}

/** Reads a fragment of any version; throws a `ShareError`. */
export async function sharedFromFragment(hash: string): Promise<Shared> {
  const text = await textFromFragment(hash).catch(() => {
    throw new ShareError("damaged");
  });
  return sharedFromText(text, unpacked);
}

export async function fragmentOf(text: string): Promise<string> {
  const deflated = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  return FRAGMENT_START + base64Url(deflated);
}

/** Decodes a fragment; throws if it is damaged. */
export async function textFromFragment(hash: string): Promise<string> {
  const bytes = bytesOf(hash.slice(FRAGMENT_START.length));
  const inflated = await through(bytes, new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(inflated);
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
