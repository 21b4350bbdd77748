/** Where in an address an experiment stands. Browsers do not send this part to the server. */

/** The prefix of a fragment with an experiment. */
export const FRAGMENT_START = "#e=";

/** The fragment of a text that is a link with an experiment; null of any other text. */
export function fragmentIn(text: string): string | null {
  return /^\S+(#e=[\w-]+)$/.exec(text.trim())?.[1] ?? null;
}
