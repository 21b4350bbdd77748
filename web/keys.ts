/** The page's keyboard shortcuts. */

export type Intent = "play" | "step" | "reset" | "help" | "undo" | "redo";

const INTENTS: Readonly<Record<string, Intent>> = { " ": "play", s: "step", r: "reset", "?": "help", "？": "help" };

/** The fields of a key event that determine the intent. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "defaultPrevented" | "target"
>;

/** Null while typing, and for Space on a control that Space presses. With Ctrl only undo and redo. */
export function intentOf(press: Press): Intent | null {
  if (press.altKey || press.isComposing || press.defaultPrevented) return null;
  const intent = press.ctrlKey || press.metaKey ? undoOrRedo(press) : (INTENTS[press.key.toLowerCase()] ?? null);
  if (intent === null || !(press.target instanceof Element)) return intent;
  if (press.target.closest(TYPING) !== null) return null;
  // The page behind an open dialog is inert.
  if (press.target.closest("dialog") !== null) return intent === "help" ? intent : null;
  return intent === "play" && press.target.closest(TAKES_SPACE) !== null ? null : intent;
}

function undoOrRedo({ key, shiftKey }: Press): Intent | null {
  if (key.toLowerCase() === "y" && !shiftKey) return "redo";
  return key.toLowerCase() === "z" ? (shiftKey ? "redo" : "undo") : null;
}

const TYPING = "input:not([type=range], [type=checkbox], [type=file]), textarea, [contenteditable]";
const TAKES_SPACE = "button, select, summary, a, input:not([type=range])";
