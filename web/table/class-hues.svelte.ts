/** The colours chosen for classes. They belong to the page, not to the experiment. */

/** The number of hues among the design tokens. */
export const HUES = 8;

let chosen = $state.raw<ReadonlyMap<string, number>>(new Map());

/** The hue of a class: the chosen one, else the one of its index. */
export function hueOf(name: string, index: number): number {
  return chosen.get(name) ?? index % HUES;
}

export function chooseHue(name: string, hue: number): void {
  chosen = new Map(chosen).set(name, hue);
}

/** A renamed class keeps its colour. */
export function keepHue(name: string, renamed: string): void {
  const hue = chosen.get(name);
  if (hue !== undefined) chooseHue(renamed, hue);
}

/** Writes the hues into the design tokens, which the style sheet and the pictures read. */
export function showHues(classes: readonly string[]): void {
  const { style } = document.documentElement;
  for (let index = 0; index < HUES; index += 1) {
    const name = classes[index];
    const hue = name === undefined ? index : hueOf(name, index);
    if (hue === index) style.removeProperty(`--class-${index}`);
    else style.setProperty(`--class-${index}`, `var(--hue-${hue})`);
  }
}
