/** Whether single keys are shortcuts, which a person may switch off, and by what the focus has moved. */
import { type Intent, intentOf, type Press } from "./keys";
import { readStored, writeStored } from "./state/storage";

const KEY = "sanhao.keys";

let single = $state(readStored(KEY) !== "off");
/** Whether the focus was last moved by a pointer, and not by the keyboard. */
let byPointer = false;

/** Whether single keys such as S and R are shortcuts; reactive. */
export function singleKeys(): boolean {
  return single;
}

export function setSingleKeys(on: boolean): void {
  single = on;
  writeStored(KEY, on ? "on" : "off");
}

/** What a key event asks for as things stand. */
export function intentNow(press: Press): Intent | null {
  return intentOf(press, { single, byPointer });
}

/** Follows what moves the focus, until the signal. */
export function watchFocus(signal: AbortSignal): void {
  const options = { capture: true, signal };
  addEventListener("pointerdown", () => (byPointer = true), options);
  addEventListener("keydown", ({ key }) => (byPointer &&= key !== "Tab" && !key.startsWith("Arrow")), options);
}
