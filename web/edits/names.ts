/** Rules for names of subjects and classes: not empty, no duplicates. */
import type { Rule } from "../engine/engine";

/** The rule that a new name at `index` would break; null for none. */
export function nameRule(names: readonly string[], index: number, name: string): Rule | null {
  const typed = name.trim();
  if (typed === "") return { kind: "not_empty" };
  const twice = names.some((other, place) => place !== index && other.trim() === typed);
  return twice ? { kind: "unique" } : null;
}

/** A name not used yet: the name itself, else with the first number that makes it unique. */
export function freeName(names: readonly string[], name: string): string {
  if (nameRule(names, -1, name) === null) return name;
  for (let number = 2; ; number += 1) {
    if (nameRule(names, -1, `${name} ${number}`) === null) return `${name} ${number}`;
  }
}
