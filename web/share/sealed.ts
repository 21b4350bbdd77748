/**
 * A rule that is kept secret, as a link or a file holds it: nobody reads it by eye, or by inflating the link. This is no
 * encryption, since the page must read it without a password: whoever reads this file can write a reader too.
 */
import type { KnownRule } from "../state/rule";

/** A rule as it is written: one that is kept is sealed. */
export function writtenRule(rule: KnownRule | null | undefined): unknown {
  return rule?.kept ? { sealed: sealed(JSON.stringify(rule)) } : rule;
}

/** What a rule's text says; `undefined` of a seal that is broken. */
export function readSealed({ sealed: letters, ...rule }: Readonly<Record<string, unknown>>): unknown {
  if (typeof letters !== "string") return rule;
  try {
    return JSON.parse(new TextDecoder().decode(mixed(Uint8Array.from(atob(letters), (one) => one.charCodeAt(0)))));
  } catch {
    return undefined;
  }
}

function sealed(text: string): string {
  return btoa(String.fromCharCode(...mixed(new TextEncoder().encode(text))));
}

/** Mixes bytes with a stream of others, which the same call takes out again. */
function mixed(bytes: Uint8Array): Uint8Array {
  // The linear congruential generator of the C standard's example.
  let state = 3;
  return bytes.map((byte) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return byte ^ (state >>> 16);
  });
}
