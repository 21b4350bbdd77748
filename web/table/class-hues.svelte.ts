/** The colours that a person has given to classes. They are the page's own and no part of the experiment. */

/** How many hues the design tokens have. */
export const HUES = 8;

let chosen = $state.raw<ReadonlyMap<string, number>>(new Map());

/** The hue of a class by its name and place. */
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

/** Puts the hues in force, for the style sheet and for the pictures, which read the tokens. */
export function showHues(classes: readonly string[]): void {
  const { style } = document.documentElement;
  for (let index = 0; index < HUES; index += 1) {
    const name = classes[index];
    const hue = name === undefined ? index : hueOf(name, index);
    if (hue === index) style.removeProperty(`--class-${index}`);
    else style.setProperty(`--class-${index}`, `var(--hue-${hue})`);
  }
}
