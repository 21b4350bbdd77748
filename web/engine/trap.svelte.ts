/** Whether the core has trapped: its memory can no longer be relied on, and only a new page helps. */

let trapped = $state(false);

export function hasTrapped(): boolean {
  return trapped;
}

/** To be told of everything thrown: a `RuntimeError` is a trap. */
export function noteTrap(thrown: unknown): void {
  // A browser may have WebAssembly switched off.
  if (typeof WebAssembly !== "undefined" && thrown instanceof WebAssembly.RuntimeError) trapped = true;
}
