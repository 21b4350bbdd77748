/** Which pictures are open in each case. */
import type { Preset } from "../engine/engine";

/** The names of the open pictures, from top to bottom. */
export type Columns = readonly [left: readonly string[], right: readonly string[]];

/** What is open when a case is first shown. */
const AT_FIRST: Readonly<Record<Preset, Columns>> = {
  weights: [["boundary"], ["weights"]],
  award: [["boundary"], ["weights"]],
  honours: [["boundary"], ["weights"]],
  layers: [["boundary"], ["network"]],
};

export class Pictures {
  #open = $state.raw(AT_FIRST);

  columns(preset: Preset): Columns {
    return this.#open[preset];
  }

  isOpen(preset: Preset, picture: string): boolean {
    return this.#open[preset].flat().includes(picture);
  }

  set(preset: Preset, columns: Columns): void {
    this.#open = { ...this.#open, [preset]: columns };
  }

  close(preset: Preset, picture: string): void {
    const [left, right] = this.#open[preset];
    const others = (column: readonly string[]): string[] => column.filter((name) => name !== picture);
    this.set(preset, [others(left), others(right)]);
  }
}
