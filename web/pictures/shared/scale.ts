/** Scales from values to pixels, ticks, and the padding of ranges. */
import { formatNumber } from "../../ui/format";

export type Range = readonly [low: number, high: number];

/** A one-to-one map between score points and pixels. */
export interface Scale {
  /** Values at the two ends of the axis. */
  readonly domain: Range;
  /** Pixels at the same two ends; `[bottom, top]` for a vertical axis. */
  readonly range: Range;
  pxFromScore(score: number): number;
  scoreFromPx(px: number): number;
}

export function linearScale(domain: Range, range: Range): Scale {
  return scaleOf(
    domain,
    range,
    (value) => value,
    (value) => value,
  );
}

/** Both ends of `domain` are positive. */
export function logScale(domain: Range, range: Range): Scale {
  return scaleOf(domain, range, Math.log10, (exponent) => 10 ** exponent);
}

function scaleOf(
  domain: Range,
  range: Range,
  forward: (value: number) => number,
  backward: (value: number) => number,
): Scale {
  const low = forward(domain[0]);
  const span = forward(domain[1]) - low;
  const [start, end] = range;
  return {
    domain,
    range,
    pxFromScore: (score) => (span === 0 ? (start + end) / 2 : start + ((forward(score) - low) / span) * (end - start)),
    scoreFromPx: (px) => (start === end ? domain[0] : backward(low + ((px - start) / (end - start)) * span)),
  };
}

/** Smallest and largest finite value; `[0, 0]` where there is none. */
export function extentOf(values: Iterable<number>): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** Room around the data, so that no mark sits on the frame; a range without width is given some. */
export function paddedRange([low, high]: Range, fraction = 0.08): Range {
  // Halves first: high − low overflows where the two are huge and of opposite sign.
  const half = high / 2 - low / 2;
  const room = half > 0 ? half * 2 * fraction : Math.max(1, Math.abs(low) * 0.05);
  return [clampFinite(low - room), clampFinite(high + room)];
}

function clampFinite(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}

/** The smallest of 1, 2, 5 × 10ᵏ that is not below a positive `value`. */
export function niceCeil(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  // 1e-9: quotients such as 0.3 / 0.1 = 2.9999999999999996 are off by rounding.
  const step = [1, 2, 5].find((candidate) => value <= candidate * power * (1 + 1e-9)) ?? 10;
  return step * power;
}

/** Out to multiples of a round step, about `parts` of them: a range that follows its values in steps that are seen. */
export function steppedRange([low, high]: Range, parts = 5): Range {
  const step = niceCeil((high / 2 - low / 2) * (2 / parts));
  if (!(step > 0) || !Number.isFinite(step)) return [low, high];
  const out = (multiple: number): number => clampFinite(roundTo(multiple * step, step));
  return [out(Math.floor(low / step + 1e-9)), out(Math.ceil(high / step - 1e-9))];
}

/** At most about `count` round values inside the range, rising. */
export function linearTicks([low, high]: Range, count: number): number[] {
  const half = high / 2 - low / 2;
  if (!(half > 0) || !(count >= 1)) return [low];
  const step = niceCeil((half / count) * 2);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks: number[] = [];
  for (let index = first; index <= last && ticks.length < 100; index += 1) ticks.push(roundTo(index * step, step));
  return ticks;
}

/** Powers of ten inside a positive range, thinned to about `count`; within two decades also 2 and 5. */
export function logTicks([low, high]: Range, count: number): number[] {
  if (!(low > 0) || !(high > low)) return [low];
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const multiples = Math.log10(high / low) < 2 ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil((last - first) / Math.max(1, count)));
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += 1) {
    if (exponent % stride !== 0) continue;
    for (const multiple of multiples) {
      const tick = Number(`${multiple}e${exponent}`);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}

/** Rounds away the floating-point error of a multiple of `step`: 0.30000000000000004 → 0.3. */
function roundTo(value: number, step: number): number {
  const decimals = Math.max(0, Math.min(20, -Math.floor(Math.log10(step))));
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded; // never −0
}

/** A tick's label: as short as the value allows. */
export function tickLabel(value: number): string {
  return formatNumber(value, 6);
}
