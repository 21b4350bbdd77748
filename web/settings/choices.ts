/** The choices of a dictionary as options of a select, in the dictionary's order. */
import type { Option } from "../ui/option";

/** `obstacle` says why a choice cannot be made now. */
export function optionsOf<Choice extends string>(
  words: Readonly<Record<Choice, string>>,
  obstacle: (choice: Choice) => string | undefined = () => undefined,
): Option<Choice>[] {
  return (Object.keys(words) as Choice[]).map((value) => ({ value, name: words[value], obstacle: obstacle(value) }));
}
