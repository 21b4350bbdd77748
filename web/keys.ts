/** The page's keyboard shortcuts. */

export type Intent = "play" | "step" | "reset" | "present" | "help" | "undo" | "redo";

const INTENTS: Readonly<Record<string, Intent>> = {
  " ": "play",
  s: "step",
  r: "reset",
  f: "present",
  "?": "help",
  "？": "help",
};

/** The fields of a key event that determine the intent. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "defaultPrevented" | "target"
>;

export interface Keys {
  /** Whether a single key does something. */
  readonly single: boolean;
  /** Whether the focused control was reached by a pointer: then Space is not meant for it. */
  readonly byPointer: boolean;
}

/** Null while typing, and for Space on a control that Space presses. With Ctrl only undo and redo. */
export function intentOf(press: Press, { single, byPointer }: Keys): Intent | null {
  if (press.altKey || press.isComposing || press.defaultPrevented) return null;
  const withControl = press.ctrlKey || press.metaKey;
  if (!withControl && !single) return null;
  const intent = withControl ? undoOrRedo(press) : (INTENTS[press.key.toLowerCase()] ?? null);
  if (intent === null || !(press.target instanceof Element)) return intent;
  if (press.target.closest(withControl ? HAS_UNDO : TAKES_LETTERS) !== null) return null;
  // The page behind an open dialog is inert.
  if (press.target.closest("dialog") !== null) return intent === "help" ? intent : null;
  const takesSpace = byPointer ? KEEPS_SPACE : TAKES_SPACE;
  return intent === "play" && press.target.closest(takesSpace) !== null ? null : intent;
}

function undoOrRedo({ key, shiftKey }: Press): Intent | null {
  if (key.toLowerCase() === "y" && !shiftKey) return "redo";
  return key.toLowerCase() === "z" ? (shiftKey ? "redo" : "undo") : null;
}

const HAS_UNDO = "input:not([type=range], [type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]";
/** What types or chooses by letters; the whole table of students does, in every cell. */
const TAKES_LETTERS = `${HAS_UNDO}, select, [data-letters]`;
/** What Space presses, however it was reached. */
const KEEPS_SPACE = "select, input:not([type=range]), [role=application]";
const TAKES_SPACE = `${KEEPS_SPACE}, button, summary, a`;
