/** The losses of many starts, as a fan. */
import { lossRange } from "../loss/loss";
import type { Swept } from "../runs/sweeping.svelte";
import type { Frame2d } from "../shared/axes";
import type { ChartScales } from "../shared/line-drawing";
import { logScale } from "../shared/scale";

/** How the losses spread after each number of steps; infinite where runs have diverged. */
export interface Fan {
  /** From the first step on: an axis of powers has no 0. */
  readonly steps: Float64Array;
  readonly least: Float64Array;
  readonly firstQuartile: Float64Array;
  readonly median: Float64Array;
  readonly thirdQuartile: Float64Array;
  readonly largest: Float64Array;
  /** The median at the start. */
  readonly start: number;
}

/** `spread`: points × 5, as the core gives it. */
export function fanOf({ points }: Pick<Swept, "points">, spread: Float64Array): Fan {
  const part = (column: number): Float64Array => points.map((_, at) => spread[at * 5 + column] ?? Number.NaN).slice(1);
  return {
    steps: points.slice(1),
    least: part(0),
    firstQuartile: part(1),
    median: part(2),
    thirdQuartile: part(3),
    largest: part(4),
    start: spread[2] ?? Number.NaN,
  };
}

/** The run's loss after each number of steps; NaN from where it has diverged. */
export function lossesOf({ points, losses, diverged, runs }: Swept, run: number): Float64Array {
  const end = diverged[run] ?? Number.NaN;
  return points.map((steps, at) => (end <= steps ? Number.NaN : (losses[at * runs + run] ?? Number.NaN))).slice(1);
}

/** A millionth of the loss at the start is as good as nothing. */
const BELOW = 1e-6;

export function scalesOf({ steps, least, largest, start }: Fan, updates: number, box: Frame2d): ChartScales {
  const finite = (losses: Float64Array): Float64Array => losses.filter((loss) => loss > 0 && Number.isFinite(loss));
  const above = Math.max(start > 0 ? start : 1, Math.min(10 * start, Math.max(0, ...finite(largest))));
  const below = Math.max(above * BELOW, Math.min(above, ...finite(least)));
  return {
    x: logScale([1, Math.max(2, updates, steps.at(-1) ?? 0)], [box.left, box.right]),
    y: logScale(lossRange([below, above], true), [box.bottom, box.top]),
  };
}

/** The runs from the lowest loss to the highest, those that have diverged last. */
export function rankedRuns(losses: Float64Array): number[] {
  const height = (run: number): number => {
    const loss = losses[run] ?? Number.NaN;
    return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
  };
  return [...losses.keys()].sort((a, b) => height(a) - height(b) || a - b);
}

/** A goal that tells starts apart: nine tenths of the way from the start to the best, in two digits. */
export function goalBetween(start: number, best: number): number {
  return Number((best + (start - best) / 10).toPrecision(2));
}

/** How many losses are at most the goal. */
export function reachedOf(losses: Float64Array, goal: number): number {
  return losses.reduce((count, loss) => count + (loss <= goal ? 1 : 0), 0);
}

/** The run whose curve is nearest to a point of the drawing. */
export function runNear(swept: Swept, { x, y }: ChartScales, [px, py]: readonly [number, number]): number | null {
  const { points, losses, runs } = swept;
  let at = 1;
  points.forEach((steps, point) => {
    const distance = (of: number): number => Math.abs(x.pxFromScore(of) - px);
    if (point > 0 && distance(steps) < distance(points[at] ?? Number.NaN)) at = point;
  });
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const ended = (swept.diverged[run] ?? Number.NaN) <= (points[at] ?? 0);
    const distance = Math.abs(y.pxFromScore(losses[at * runs + run] ?? Number.NaN) - py);
    if (ended || !(distance < least)) continue;
    least = distance;
    nearest = run;
  }
  return nearest;
}
