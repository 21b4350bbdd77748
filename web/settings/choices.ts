/** Turns the choices of a dictionary into select options, in the dictionary's order. */
import type { Option } from "../ui/option";

/** `obstacle` returns why a choice is unavailable, if it is. */
export function optionsOf<Choice extends string>(
  words: Readonly<Record<Choice, string>>,
  obstacle: (choice: Choice) => string | undefined = () => undefined,
): Option<Choice>[] {
  return (Object.keys(words) as Choice[]).map((value) => ({ value, name: words[value], obstacle: obstacle(value) }));
}
