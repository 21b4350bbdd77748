/** Losses against the size of the network, spread over seeds. */
import { lossRange } from "../loss/loss";
import type { Frame2d } from "../shared/axes";
import type { ChartScales } from "../shared/line-drawing";
import { linearScale, logScale, type Range } from "../shared/scale";

/** The quartiles of the runs of a size. */
export interface Quartiles {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** `spread`: points × sizes × 5, as the core gives it. */
export function quartilesAt(spread: Float64Array, point: number, sizes: number): Quartiles[] {
  return Array.from({ length: sizes }, (_, size) => {
    const from = (point * sizes + size) * 5;
    const [low = Number.NaN, median = Number.NaN, high = Number.NaN] = spread.slice(from + 1, from + 4);
    return { low, median, high };
  });
}

/** The size with the lowest median; null where all have diverged. */
export function bestOf(quartiles: readonly Quartiles[]): number | null {
  let best: number | null = null;
  quartiles.forEach(({ median }, size) => {
    if (Number.isFinite(median) && (best === null || median < (quartiles[best]?.median ?? 0))) best = size;
  });
  return best;
}

/** A hundred-thousandth of the loss at the start is as good as nothing. */
const BELOW = 1e-5;

/** What the vertical axis reaches over, whatever point is shown. */
export function lossDomain(spreads: readonly Float64Array[]): Range {
  const finite = spreads.flatMap((spread) =>
    [...spread].filter((loss, at) => at % 5 > 0 && at % 5 < 4 && loss > 0 && Number.isFinite(loss)),
  );
  const start = spreads[0]?.[2] ?? 1;
  const above = Math.max(
    start > 0 && Number.isFinite(start) ? start : 1,
    Math.min(10 * start, Math.max(0, ...finite)) || 0,
  );
  return lossRange([Math.max(above * BELOW, Math.min(above, ...finite)), above], true);
}

/** Sizes stand beside each other at equal distances, with room for the axis's name after the last. */
export function scalesOf(sizes: number, losses: Range, box: Frame2d): ChartScales {
  return { x: linearScale([-0.5, sizes], [box.left, box.right]), y: logScale(losses, [box.bottom, box.top]) };
}

export function sizeNear(sizes: number, { x }: ChartScales, px: number): number {
  return Math.min(sizes - 1, Math.max(0, Math.round(x.scoreFromPx(px))));
}
