/** How finely a background that changes from frame to frame is painted: as finely as its share of a frame allows. */
import type { LayerNumbers } from "../../engine/engine";

/** The columns that are chosen from: few, because another size is another canvas. */
const COLUMNS = [96, 144, 192, 288] as const;

/** Milliseconds of a frame that the background may take. */
const BUDGET = 2;

/** Columns of the background once it rests; the browser smooths them over the plot. */
export const RESTING = 576;

export class Detail {
  /** Milliseconds a column squared, of the latest paintings. */
  #cost: number | null = null;
  #level: number = COLUMNS.length - 1;

  /** The columns of the next painting. */
  get columns(): number {
    return COLUMNS[this.#level] ?? COLUMNS[0];
  }

  /** Notes what a painting of so many columns took. */
  took(columns: number, milliseconds: number): void {
    const cost = milliseconds / columns ** 2;
    // Half of what was known before: one slow frame is no slow machine.
    this.#cost = this.#cost === null ? cost : (this.#cost + cost) / 2;
    const finer = COLUMNS[this.#level + 1];
    if (this.#cost * this.columns ** 2 > BUDGET && this.#level > 0) this.#level -= 1;
    else if (finer !== undefined && this.#cost * finer ** 2 < BUDGET / 2) this.#level += 1;
  }
}

/** Whether two moments of training have the same parameters, and so the same background. */
export function layersEqual(before: readonly LayerNumbers[], after: readonly LayerNumbers[]): boolean {
  const same = (a: Float32Array, b: Float32Array | undefined): boolean =>
    a.length === b?.length && a.every((number, index) => Object.is(number, b[index]));
  return (
    before.length === after.length &&
    before.every(
      ({ weights, biases }, index) => same(weights, after[index]?.weights) && same(biases, after[index]?.biases),
    )
  );
}
