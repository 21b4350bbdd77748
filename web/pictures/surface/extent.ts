/** Which part of the surface is seen: the path so far and the present point, with room around them. */
import { extentOf, type Range } from "../shared/scale";
import type { Domain } from "./field-drawing";
import type { Place } from "./project";

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

/** The domain around a path. */
export function domainAround(path: readonly Place[], limits: Domain): Domain {
  return { x: rangeAround(acrossOf(path), limits.x), y: rangeAround(upOf(path), limits.y) };
}

/** The same domain as long as the whole path is in it, else one that reaches farther. */
export function domainCovering(domain: Domain, path: readonly Place[], limits: Domain): Domain {
  const over = (range: Range, values: number[], limit: Range): Range =>
    extentOf(values).reduce<Range>((wider, value) => covering(wider, value, limit), range);
  const next = { x: over(domain.x, acrossOf(path), limits.x), y: over(domain.y, upOf(path), limits.y) };
  return sameDomain(domain, next) ? domain : next;
}

export function sameDomain({ x, y }: Domain, other: Domain): boolean {
  return x[0] === other.x[0] && x[1] === other.x[1] && y[0] === other.y[0] && y[1] === other.y[1];
}

/** The least share that is chosen by hand: from none at all no descent leads away. */
const MIN_SHARE = 0.001;

/** The nearest point of the domain that can be chosen; `summed`: x and y are shares of one sum of one. */
export function nearestIn(domain: Domain, limits: Domain, summed: boolean, [x, y]: Place): Place {
  const within = (value: number, [low, high]: Range, limit: Range): number => {
    const share = limit[0] === 0;
    return Math.min(
      share ? Math.min(high, 1 - 2 * MIN_SHARE) : high,
      Math.max(share ? Math.max(low, MIN_SHARE) : low, value),
    );
  };
  const place: Place = [within(x, domain.x, limits.x), within(y, domain.y, limits.y)];
  const over = summed ? Math.max(1, (place[0] + place[1]) / (1 - MIN_SHARE)) : 1;
  return [place[0] / over, place[1] / over];
}

const acrossOf = (path: readonly Place[]): number[] => path.map(([x]) => x);
const upOf = (path: readonly Place[]): number[] => path.map(([, y]) => y);

function inside(middle: number, half: number, [low, high]: Range): Range {
  if (high - low <= 2 * half) return [low, high];
  const center = Math.min(high - half, Math.max(low + half, middle));
  return [center - half, center + half];
}
