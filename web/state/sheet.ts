/** How far the sheet at the foot of a phone's window is open. */
const STATES = ["peek", "half", "open"] as const;
export type SheetState = (typeof STATES)[number];

/** The state after a stroke of a finger; a press opens a step further, and closes from the last one. */
export function sheetAfter(state: SheetState, by: "up" | "down" | "press"): SheetState {
  const at = STATES.indexOf(state);
  if (by === "press") return STATES[(at + 1) % STATES.length] ?? "peek";
  return STATES[Math.min(STATES.length - 1, Math.max(0, at + (by === "up" ? 1 : -1)))] ?? "peek";
}
