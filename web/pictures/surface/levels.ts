/** Which losses have a contour line, and where a loss stands between the lowest and the highest: in powers of ten. */
import { logTicks, niceCeil, type Range, tickLabel } from "../shared/scale";

/** The lowest loss is drawn as no less than this part of the highest: a loss may be zero, which has no power of ten. */
const DEEPEST = 1e-3;

/** The losses that the colours reach over: both ends positive, the first below the second. */
export function lossRange(values: ArrayLike<number>): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (!Number.isFinite(value) || value < 0) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > 0)) return [DEEPEST, 1];
  low = Math.max(low, high * DEEPEST);
  // A surface without relief has one colour, the one in the middle.
  return low < high * 0.999 ? [low, high] : [high / 2, Math.min(high * 2, Number.MAX_VALUE)];
}

/** Out to round losses: the colours stand while the surface moves, and change in steps that the legend shows. */
export function roundRange([low, high]: Range): Range {
  return [1 / niceCeil(1 / low), Math.min(Number.MAX_VALUE, niceCeil(high))];
}

/** 0 at the lowest loss, 1 at the highest; 1 where there is no number. */
export function shareOf([low, high]: Range, loss: number): number {
  if (!Number.isFinite(loss)) return 1;
  if (!(loss > low)) return 0;
  return Math.min(1, Math.log(loss / low) / Math.log(high / low));
}

/** Round losses, at most about a dozen, evenly apart in powers of ten. */
export function levelsOf([low, high]: Range): number[] {
  const inside = (level: number): boolean => level > low && level < high;
  const levels = roundLosses([low, high], [1, 2, 5]).filter(inside);
  if (levels.length < 4) return roundLosses([low, high], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]).filter(inside);
  return levels.length <= 14 ? levels : logTicks([low, high], 14).filter(inside);
}

function roundLosses([low, high]: Range, multiples: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const exponents = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  return exponents.flatMap((exponent) => multiples.map((multiple) => Number(`${multiple}e${exponent}`)));
}

/** The least distance of two losses on a ramp, and what a character takes of it, in percent of the narrowest ramp. */
const [APART, CHARACTER] = [15, 5.5];

/** The losses that a ramp of the colours names, with their places in percent; crowded ones are left out. */
export function legendTicks(range: Range): { value: number; percent: number }[] {
  const ticks: { value: number; percent: number }[] = [];
  for (const value of levelsOf(range)) {
    const percent = 100 * shareOf(range, value);
    const before = ticks.at(-1);
    const characters = before === undefined ? 0 : (tickLabel(before.value) + tickLabel(value)).length / 2;
    const apart = Math.max(APART, CHARACTER * (characters + 0.5));
    if (before === undefined || percent - before.percent >= apart) ticks.push({ value, percent });
  }
  return ticks;
}
