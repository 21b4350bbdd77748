/** What a learning rate does, by the largest stable one. */
import type { Optimizer } from "../engine/engine";
import type { Stability } from "../engine/lab";
import { LARGEST_RATE, LEAST_RATE } from "./rate-slider";

export type Zone = "slow" | "good" | "oscillates" | "settles" | "below" | "swings" | "diverges";

/** A stretch of rates. */
export interface Stretch {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
}

/**
 * The bound is 2/λ for plain descent, λ the largest curvature. Up to 1/λ no step goes past the bottom of the steepest
 * direction, from there on each one does and comes back; below a tenth of that even the steepest direction takes ten times as
 * many steps. All of this holds where the bowl is the same everywhere and a step is the rate times the gradient; elsewhere
 * there are two sides of the bound. Where the bowl changes, or gradients are divided by their size, nothing is promised below
 * it, and beyond it a run swings, until it diverges for certain.
 */
export function stretchesOf(bound: Extract<Stability, { kind: "bound" }>, optimizer: Optimizer["kind"]): Stretch[] {
  const { largest, exact } = bound;
  const diverges = bound.diverges ?? Number.POSITIVE_INFINITY;
  const beyond: Stretch = { zone: "diverges", from: diverges, to: Number.POSITIVE_INFINITY };
  if (!exact || isAdaptive(optimizer)) {
    return [{ zone: "below", from: 0, to: largest }, { zone: "swings", from: largest, to: diverges }, beyond];
  }
  if (optimizer !== "sgd") return [{ zone: "settles", from: 0, to: largest }, beyond];
  return [
    { zone: "slow", from: 0, to: largest / 20 },
    { zone: "good", from: largest / 20, to: largest / 2 },
    { zone: "oscillates", from: largest / 2, to: largest },
    beyond,
  ];
}

/** Whether an optimiser divides each gradient by what it remembers of its size. */
export function isAdaptive(optimizer: Optimizer["kind"]): boolean {
  return optimizer !== "sgd" && optimizer !== "momentum" && optimizer !== "nesterov";
}

export function zoneOf(rate: number, stretches: readonly Stretch[]): Zone | null {
  return stretches.find(({ from, to }) => rate >= from && rate < to)?.zone ?? null;
}

/** Where a rate stands on the slider's logarithmic way, from 0 to 1; beyond an end at the end. */
export function partOfWay(rate: number): number {
  const part = Math.log(rate / LEAST_RATE) / Math.log(LARGEST_RATE / LEAST_RATE);
  return Math.min(1, Math.max(0, part));
}
