/** Whether a picture is shown as a miniature: without controls, at whatever size. */
import { getContext, setContext } from "svelte";

const KEY = Symbol("miniature");

/** To be called while the component around a miniature is made. */
export function beginMiniature(): void {
  setContext(KEY, true);
}

export function inMiniature(): boolean {
  return getContext(KEY) === true;
}
