/** The loss chart: which losses are drawn, on which axes, and what is read off them. */
import type { History } from "../../engine/engine";
import type { RateChange } from "../../state/run.svelte";
import type { Frame2d } from "../shared/axes";
import type { ChartScales } from "../shared/line-drawing";
import {
  linearScale,
  linearTicks,
  logScale,
  logTicks,
  niceCeil,
  type Range,
  type Scale,
  steppedRange,
} from "../shared/scale";

/** A run's losses. */
export interface Curve {
  readonly history: History;
  readonly hasHeldOut: boolean;
  readonly rates: readonly RateChange[];
}

/** Which axes are logarithmic. */
export interface LossAxes {
  readonly epochs: boolean;
  readonly losses: boolean;
}

/** The axes: across the epochs, up the losses. */
export interface LossScales extends ChartScales {
  readonly logarithmic: LossAxes;
}

/** What both axes reach over, out to round ends, so that every curve is seen whole and the axes stand while it grows. */
export function lossDomains(curves: readonly Curve[], logarithmic: LossAxes): { x: Range; y: Range } {
  let last = 1;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { history, hasHeldOut } of curves) {
    last = Math.max(last, history.epochs.at(-1) ?? 0);
    for (const losses of hasHeldOut ? [history.losses, history.heldOut] : [history.losses]) {
      losses.forEach((loss, row) => {
        if (!drawable(history.epochs[row], loss, logarithmic)) return;
        low = Math.min(low, loss);
        high = Math.max(high, loss);
      });
    }
  }
  return {
    x: logarithmic.epochs ? [1, Math.max(10, 10 ** Math.ceil(Math.log10(last) - 1e-9))] : [0, niceCeil(last)],
    y: lossRange(low <= high ? [low, high] : null, logarithmic.losses),
  };
}

/** From zero to a round loss, or from power of ten to power of ten. */
export function lossRange(reached: Range | null, logarithmic: boolean): Range {
  if (reached === null || !(reached[1] > 0)) return logarithmic ? [0.1, 1] : [0, 1];
  if (!logarithmic) return steppedRange([0, reached[1]]);
  const top = Math.min(308, Math.ceil(Math.log10(reached[1]) - 1e-9));
  const bottom = Math.max(-307, Math.floor(Math.log10(reached[0]) + 1e-9));
  return [Number(`1e${Math.min(bottom, top - 1)}`), Number(`1e${top}`)];
}

export function lossScales(curves: readonly Curve[], logarithmic: LossAxes, box: Frame2d): LossScales {
  const { x, y } = lossDomains(curves, logarithmic);
  const across = logarithmic.epochs ? logScale : linearScale;
  const up = logarithmic.losses ? logScale : linearScale;
  return { x: across(x, [box.left, box.right]), y: up(y, [box.bottom, box.top]), logarithmic };
}

/** From the highest line's label to the next, in pixels at least. */
const LABEL = 14;

/** The losses that have a line across; the axis's end is one of them, so that it is seen when it grows. */
export function lossTicks({ y, logarithmic }: LossScales): number[] {
  const count = Math.min(10, Math.max(2, Math.floor(Math.abs(y.range[1] - y.range[0]) / 28)));
  if (logarithmic.losses) return logTicks(y.domain, count);
  const [, end] = y.domain;
  const below = linearTicks(y.domain, count).filter((tick) => y.pxFromScore(tick) - y.pxFromScore(end) >= LABEL);
  return [...below, end];
}

/** The epochs that are marked, with room for text of that size. */
export function epochTicks({ x, logarithmic }: LossScales, textScale: number): number[] {
  const count = Math.max(2, Math.floor((x.range[1] - x.range[0]) / (55 * textScale)));
  const ticks = logarithmic.epochs ? logTicks(x.domain, count) : linearTicks(x.domain, count);
  return ticks.filter(Number.isInteger);
}

/** Whether the axes have a place for a loss. */
export function drawable(epoch: number | undefined, loss: number, { epochs, losses }: LossAxes): boolean {
  return epoch !== undefined && Number.isFinite(loss) && (!epochs || epoch > 0) && (!losses || loss > 0);
}

export interface LossReading {
  readonly epoch: number;
  readonly loss: number;
  readonly heldOut: number;
}

/** A row of the history, or its last one; null before there is any. */
export function readingAt(history: History, row: number | null): LossReading | null {
  const count = history.epochs.length;
  if (count === 0) return null;
  const index = row === null || row < 0 || row >= count ? count - 1 : row;
  return {
    epoch: history.epochs[index] ?? Number.NaN,
    loss: history.losses[index] ?? Number.NaN,
    heldOut: history.heldOut[index] ?? Number.NaN,
  };
}

/** The recorded epoch nearest to a place on the axis; epochs rise. Null before there is any. */
export function rowNearest({ epochs }: Pick<History, "epochs">, x: Scale, px: number): number | null {
  if (epochs.length === 0) return null;
  const wanted = x.scoreFromPx(px);
  let low = 0;
  let high = epochs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((epochs[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const [before, at] = [epochs[low - 1], epochs[low] ?? 0];
  return before !== undefined && Math.abs(px - x.pxFromScore(before)) < Math.abs(px - x.pxFromScore(at))
    ? low - 1
    : low;
}

/** One epoch a pixel: the nearest epoch by epochs. */
const EPOCHS = linearScale([0, 1], [0, 1]);

/** A run's training loss at an epoch, or its last one; NaN where the run did not get so far. */
export function lossAtEpoch(history: History, epoch: number | null): number {
  const last = history.epochs.at(-1) ?? Number.NaN;
  if (epoch !== null && !(epoch <= last)) return Number.NaN;
  return readingAt(history, epoch === null ? null : rowNearest(history, EPOCHS, epoch))?.loss ?? Number.NaN;
}
