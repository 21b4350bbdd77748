/** Which pictures stand on the stage in each case. */
import type { Preset } from "../engine/engine";

/** What is on the stage when a case is first shown, and what is live beside it: the first ones where there is room for few. */
const AT_FIRST: Readonly<Record<Preset, readonly string[]>> = {
  weights: ["perceptron", "boundary", "weights", "surface", "family", "metrics"],
  award: ["boundary", "curve", "weights", "surface", "metrics", "perceptron"],
  honours: ["boundary", "triangle", "weights", "metrics", "surface", "perceptron"],
  layers: ["boundary", "network", "curve", "surface", "metrics"],
};

export class Stage {
  #shown = $state.raw<Partial<Record<Preset, readonly string[] | null>>>({});
  readonly #only: () => readonly string[] | null;

  /** `only` returns the pictures that alone may be shown; null = all. */
  constructor(only: () => readonly string[] | null = () => null) {
    this.#only = only;
  }

  /** Whether a picture may be shown. */
  has(picture: string): boolean {
    return this.#only()?.includes(picture) ?? true;
  }

  /** The pictures on the stage, from left to right: one, or two that are compared. */
  shown(preset: Preset): readonly string[] {
    const shown = (this.#shown[preset] ?? AT_FIRST[preset].slice(0, 1)).filter((name) => this.has(name));
    return shown.length > 0 ? shown : this.#used(preset).slice(0, 1);
  }

  /** The pictures that the case uses and that are not on the stage, the more important ones first. */
  beside(preset: Preset): readonly string[] {
    return this.#used(preset).filter((name) => !this.isShown(preset, name));
  }

  /** What the case shows at first comes first; of what alone may be shown, all of it. */
  #used(preset: Preset): readonly string[] {
    const first = AT_FIRST[preset].filter((name) => this.has(name));
    return [...first, ...(this.#only() ?? []).filter((name) => !first.includes(name))];
  }

  isShown(preset: Preset, picture: string): boolean {
    return this.shown(preset).includes(picture);
  }

  /** Puts these pictures on the stage, one or two; null = what the case shows at first. */
  set(preset: Preset, shown: readonly string[] | null): void {
    this.#shown = { ...this.#shown, [preset]: shown };
  }

  /** The pictures on the stage; null where they are what the case shows at first. */
  chosen(preset: Preset): readonly string[] | null {
    const shown = this.shown(preset);
    return shown.length === 1 && shown[0] === this.#used(preset)[0] ? null : shown;
  }

  /** Brings a picture to the stage, in place of the one at the right. */
  show(preset: Preset, picture: string): void {
    if (this.isShown(preset, picture)) return;
    this.set(preset, [...this.shown(preset).slice(0, -1), picture]);
  }

  /** Puts a second picture beside the one on the stage. */
  compare(preset: Preset, picture: string): void {
    this.set(preset, [...this.shown(preset).slice(0, 1), picture]);
  }

  /** Takes one of two pictures from the stage. */
  close(preset: Preset, picture: string): void {
    const others = this.shown(preset).filter((name) => name !== picture);
    if (others.length > 0) this.set(preset, others);
  }
}
