/** Names of subjects and classes: none empty, none twice. */
import type { Rule } from "../engine/engine";

/** The rule that another name for the one at `index` would break; null for none. */
export function nameRule(names: readonly string[], index: number, name: string): Rule | null {
  const typed = name.trim();
  if (typed === "") return { kind: "not_empty" };
  const twice = names.some((other, place) => place !== index && other.trim() === typed);
  return twice ? { kind: "unique" } : null;
}

/** A name that is not there yet: as it is, else with the first number that makes it so. */
export function freeName(names: readonly string[], name: string): string {
  if (nameRule(names, -1, name) === null) return name;
  for (let number = 2; ; number += 1) {
    if (nameRule(names, -1, `${name} ${number}`) === null) return `${name} ${number}`;
  }
}
