/** The S-curve's layout: which totals the axis shows, where the students stand on the curve. */
import type { CurveNumbers } from "../../engine/lab";
import type { Mark } from "../shared/marks";
import { extentOf, linearScale, niceCeil, type Range, type Scale } from "../shared/scale";

/** Why there is no curve over the total: weights of a sum that is no positive number put no total in their order. */
export type CurveProblem = "zero" | "negative" | "unknown";

export function problemOf({ steepness, threshold }: CurveNumbers): CurveProblem | null {
  if (!Number.isFinite(steepness)) return "unknown";
  if (steepness < 0) return "negative";
  return steepness === 0 || !Number.isFinite(threshold) ? "zero" : null;
}

/**
 * The totals on the axis: the students', and the thresholds that are near them, out to round ones, lest the axis move at
 * every update.
 */
export function totalRange({ totals, threshold }: CurveNumbers, school: number | null): Range {
  const [low, high] = extentOf(totals);
  const near = (total: number): boolean => Math.abs(total - (low + high) / 2) <= Math.max(1, high - low);
  const [from, to] = extentOf([low, high, ...[threshold, school ?? Number.NaN].filter(near)]);
  const step = niceCeil(Math.max((to - from) / 6, 0.1));
  return [Math.floor(from / step - 0.1) * step, Math.ceil(to / step + 0.1) * step];
}

/** The totals around the band in which the curve climbs, whoever is there. */
export function bandRange({ band: [low, high] }: CurveNumbers): Range {
  const room = (high - low) * 0.3;
  return [low - room, high + room];
}

/** z over the same axis: a line through 0 at the threshold, Σ w a score point. */
export function logitScale({ steepness, threshold }: CurveNumbers, totals: Scale): Scale {
  const [low, high] = totals.domain;
  return linearScale([(low - threshold) * steepness, (high - threshold) * steepness], totals.range);
}

/** The students whose totals are on the axis, on the curve: total across, the probability of the yes up. */
export function marksOnCurve(
  marks: readonly Mark[],
  { totals }: CurveNumbers,
  probabilities: ArrayLike<number>,
  [low, high]: Range,
): Mark[] {
  return marks
    .map((mark) => ({
      ...mark,
      x: totals[mark.student] ?? Number.NaN,
      y: probabilities[mark.student] ?? Number.NaN,
    }))
    .filter(({ x }) => x >= low && x <= high);
}

/** The rows of the students who have a total, by it: the order in which the keyboard goes. */
export function byTotal({ totals }: CurveNumbers): number[] {
  const rows = Array.from(totals, (_, row) => row).filter((row) => Number.isFinite(totals[row]));
  return rows.sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0));
}
