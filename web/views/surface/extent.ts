/** Which part of the surface is seen: the path so far and the present point, with room around them. */
import { extentOf, type Range } from "../scale";

/** The least width: what a weight that turns scores into a total has to pass on its way from zero. */
const LEAST = 2;
const ROOM = 0.3;

/** Around all values, with room, inside the limits. */
export function rangeAround(values: Iterable<number>, limits: Range): Range {
  const [low, high] = extentOf(values);
  const half = Math.max(LEAST / 2, ((high - low) / 2) * (1 + 2 * ROOM), Math.abs(high + low) * 0.1);
  return inside((low + high) / 2, half, limits);
}

/** The same range while the value is well inside it, else one that reaches as far again to its side. */
export function covering(range: Range, value: number, limits: Range): Range {
  const [low, high] = range;
  if (!Number.isFinite(value) || (value >= low && value <= high)) return range;
  const span = high - low;
  const wider: Range = value < low ? [value - span / 2, high] : [low, value + span / 2];
  const cut: Range = [Math.max(limits[0], wider[0]), Math.min(limits[1], wider[1])];
  return cut[1] > cut[0] ? cut : range;
}

/** Narrower (`factor` below one) or wider around a value of the range. */
export function zoomed([low, high]: Range, factor: number, around: number, limits: Range): Range {
  const center = around >= low && around <= high ? around : (low + high) / 2;
  const next: Range = [center - (center - low) * factor, center + (high - center) * factor];
  const span = next[1] - next[0];
  // As fine as 32-bit parameters are told apart, as wide as there are any.
  if (span < 1e-4 || !(span > Math.abs(center) * 1e-5)) return [low, high];
  return [Math.max(limits[0], next[0]), Math.min(limits[1], next[1])];
}

function inside(middle: number, half: number, [low, high]: Range): Range {
  if (high - low <= 2 * half) return [low, high];
  const center = Math.min(high - half, Math.max(low + half, middle));
  return [center - half, center + half];
}
