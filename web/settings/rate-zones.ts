/** Divides the learning rates into zones by the largest stable rate. */
import type { Loss, Optimizer } from "../engine/engine";
import type { Stability } from "../engine/lab";
import { MAX_RATE, MIN_RATE } from "./rate-slider";

/** What a rate does; `still` where nothing pulls, so that none does anything. */
export type Zone = "still" | "slow" | "good" | "oscillates" | "settles" | "below" | "swings" | "diverges";

/** A range of rates. */
export interface ZoneRange {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
}

/**
 * For plain gradient descent the bound is 2/λ, where λ is the largest curvature. Up to 1/λ no step overshoots the minimum along
 * the steepest direction; above it every step overshoots, but still converges. Below 0.1/λ even the steepest direction takes ten
 * times as many steps. This holds if the curvature is constant and a step is the rate times the gradient. With changing
 * curvature, or with gradients divided by their size, nothing is guaranteed below the bound; above it a run oscillates, and
 * from `diverges` on it diverges. The absolute loss has edges, over which a run steps back and forth at every rate: below its
 * bound, that of the penalty, a run is neither slow nor settles.
 */
export function zonesOf(
  bound: Extract<Stability, { kind: "bound" }>,
  optimizer: Optimizer["kind"],
  loss: Loss["kind"],
): ZoneRange[] {
  const { largest, exact } = bound;
  const diverges = bound.diverges ?? Number.POSITIVE_INFINITY;
  const beyond: ZoneRange = { zone: "diverges", from: diverges, to: Number.POSITIVE_INFINITY };
  if (!exact || isAdaptive(optimizer) || loss === "absolute") {
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

/** Whether an optimizer divides each gradient by a running estimate of its size. */
export function isAdaptive(optimizer: Optimizer["kind"]): boolean {
  return optimizer !== "sgd" && optimizer !== "momentum" && optimizer !== "nesterov";
}

export function zoneOf(rate: number, ranges: readonly ZoneRange[], atRest: boolean): Zone | null {
  if (atRest) return "still";
  return ranges.find(({ from, to }) => rate >= from && rate < to)?.zone ?? null;
}

/** The position of a rate on the logarithmic slider, from 0 to 1, clamped. */
export function sliderFraction(rate: number): number {
  const part = Math.log(rate / MIN_RATE) / Math.log(MAX_RATE / MIN_RATE);
  return Math.min(1, Math.max(0, part));
}
