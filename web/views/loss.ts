/** What the loss chart shows of a history, in the form uPlot takes. */
import type { History } from "../engine/engine";
import { linearTicks, logTicks, type Range } from "./scale";

/** Epochs, training losses, and held-out losses where there are some; null where a value cannot be drawn. */
export type LossData = [epochs: number[], ...losses: (number | null)[][]];

export function lossData(history: History, hasHeldOut: boolean, logarithmic: boolean): LossData {
  const drawable = (value: number): number | null =>
    Number.isFinite(value) && (!logarithmic || value > 0) ? value : null;
  const data: LossData = [Array.from(history.epochs), Array.from(history.losses, drawable)];
  if (hasHeldOut) data.push(Array.from(history.heldOut, drawable));
  return data;
}

/** The vertical axis, from zero or from power of ten to power of ten; `low` and `high` are null without data. */
export function lossRange(low: number | null, high: number | null, logarithmic: boolean): Range {
  if (low === null || high === null || !(high > 0)) return logarithmic ? [0.1, 1] : [0, 1];
  if (!logarithmic) return [0, Math.min(high * 1.06, Number.MAX_VALUE)];
  const top = Math.min(308, Math.ceil(Math.log10(high) - 1e-9));
  const bottom = Math.max(-307, Math.floor(Math.log10(low) + 1e-9));
  return [Number(`1e${Math.min(bottom, top - 1)}`), Number(`1e${top}`)];
}

/** From the first epoch to the last; at least one epoch wide. */
export function epochRange(first: number | null, last: number | null): Range {
  const start = first ?? 0;
  return [start, Math.max(last ?? start, start + 1)];
}

export function lossTicks(range: Range, logarithmic: boolean, pixels: number): number[] {
  const count = Math.max(2, Math.floor(pixels / 28));
  return logarithmic ? logTicks(range, count) : linearTicks(range, count);
}

export interface LossReading {
  readonly epoch: number;
  readonly loss: number;
  readonly heldOut: number;
}

/** The row under the pointer, or the last one; null before there is any. */
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
