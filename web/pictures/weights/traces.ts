/** Each weight over the epochs: the lines, their scales, and where their names are placed. */
import type { Frame2d } from "../shared/axes";
import type { ChartScales } from "../shared/line-drawing";
import { extentOf, linearScale, niceCeil, paddedRange, steppedRange } from "../shared/scale";

export interface TraceLine {
  readonly name: string;
  /** The bias, which is told from weights. */
  readonly bias?: boolean;
  /** One an epoch that is kept. */
  readonly values: readonly number[];
  /** The school's own weight, where it is to be seen. */
  readonly rule: number | null;
}

/** The column of one parameter out of rows of all of them. */
export function traceOf(trace: Float32Array, parameters: number, index: number): number[] {
  const rows = parameters > 0 ? Math.floor(trace.length / parameters) : 0;
  return Array.from({ length: rows }, (_, row) => trace[row * parameters + index] ?? Number.NaN);
}

/** Every line and every mark of the rule is seen whole, and so is zero where it is near; the axes grow in steps. */
export function traceScales(epochs: Float64Array, lines: readonly TraceLine[], box: Frame2d): ChartScales {
  const [low, high] = extentOf(lines.flatMap(({ values, rule }) => (rule === null ? values : [...values, rule])));
  const near = Math.max(high - low, Math.abs(high + low) / 4);
  const [from, to] = [low > 0 && low < near ? 0 : low, high < 0 && -high < near ? 0 : high];
  const padded = paddedRange([from, to], 0.06);
  // Zero needs no room beside it: its line is drawn.
  const range = steppedRange(from < to ? [from === 0 ? 0 : padded[0], to === 0 ? 0 : padded[1]] : padded);
  return {
    x: linearScale([0, niceCeil(Math.max(1, epochs.at(-1) ?? 0))], [box.left, box.right]),
    y: linearScale(range, [box.bottom, box.top]),
  };
}

/** Heights for names beside the ends of their lines: in the lines' order, none nearer to the next than `gap`. */
export function nameHeights(ends: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] {
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const heights: number[] = [];
  // Down from the top each as near to its line as those above leave room, then back up from the bottom.
  let free = top;
  for (const index of order) {
    const height = Math.max(free, ends[index] ?? top);
    heights[index] = height;
    free = height + gap;
  }
  let limit = bottom;
  for (const index of order.reverse()) {
    const height = Math.min(limit, heights[index] ?? bottom);
    heights[index] = height;
    limit = height - gap;
  }
  return heights;
}
