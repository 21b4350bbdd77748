/** How finely the background is painted: at the device's pixels, unless the machine is too slow for that while it plays. */
import type { LayerNumbers } from "../../engine/engine";

/** The most pixels of a background; a larger one is stretched. */
const MAX_PIXELS = 400_000;

/** The parts of the pixels each way that are chosen from: few, because another size is another canvas. */
const PARTS = [0.25, 0.5, 1] as const;

/** Milliseconds of a frame that the background may take. */
const BUDGET = 10;

/** The pixels each CSS pixel of a background gets, of so many CSS pixels on a screen of this pixel ratio. */
export function resolution(width: number, height: number, ratio: number): number {
  return Math.min(ratio, Math.sqrt(MAX_PIXELS / (width * height)));
}

export class Detail {
  /** Milliseconds of a painting with every pixel, by the latest paintings. */
  #cost: number | null = null;
  #level: number = PARTS.length - 1;

  /** The part of the pixels each way of the next painting. */
  get part(): number {
    return PARTS[this.#level] ?? PARTS[0];
  }

  /** Notes what a painting of this part took. */
  took(part: number, milliseconds: number): void {
    const cost = milliseconds / part ** 2;
    // Half of what was known before: one slow frame is no slow machine.
    this.#cost = this.#cost === null ? cost : (this.#cost + cost) / 2;
    const finer = PARTS[this.#level + 1];
    if (this.#cost * this.part ** 2 > BUDGET && this.#level > 0) this.#level -= 1;
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
