/** What a key press asks for, wherever on the page it happens. */

export type Intent = "play" | "step" | "reset" | "help";

const INTENTS: Readonly<Record<string, Intent>> = { " ": "play", s: "step", r: "reset", "?": "help", "？": "help" };

/** The part of a key event that decides. */
export type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "target"
>;

/** Nothing while typing, nothing with a modifier, and no Space where Space already presses a control. */
export function intentOf(press: Press): Intent | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || press.defaultPrevented) return null;
  const intent = INTENTS[press.key.toLowerCase()] ?? null;
  if (intent === null || isTyping(press.target)) return null;
  return intent === "play" && takesSpace(press.target) ? null : intent;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, [contenteditable]");
  return (
    field !== null && !field.matches("input[type=range], input[type=checkbox], input[type=radio], input[type=button]")
  );
}

function takesSpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, select, summary, a, input, dialog") !== null;
}
