/** The letters of some equations, each once. */
import { type Equation, type Formula, type Letter, partsOf } from "./formula";
import type { About } from "./math";

export function lettersOf(equations: readonly Equation[]): About[] {
  const found = new Map<string, About>();
  visitLetters(equations, (about) => {
    const key = keyOf(about.letter);
    if (!found.has(key)) found.set(key, about);
  });
  return [...found.values()];
}

/** A letter as it is seen: what it means apart. */
export function keyOf({ name, below, above, prime }: Letter): string {
  return [name, below, above, prime].join("|");
}

/** Every letter of some equations, as often as it is written. */
export function visitLetters(equations: readonly Equation[], note: (about: About) => void): void {
  for (const { left, right, value } of equations) {
    visit(right, note);
    note({ letter: left, value });
  }
}

function visit(formula: Formula, note: (about: About) => void): void {
  if (formula.kind === "letter") note({ letter: formula.letter, value: formula.value });
  for (const part of partsOf(formula)) visit(part, note);
}
