/** A plane through all parameters of a network: two of them vary, the others stay, or follow where weights sum to one. */
import { type LayerNumbers, parametersOf } from "../../engine/engine";
import type { Range } from "../shared/scale";

/** The parameters at (x, y) are `origin` + x · `u` + y · `v`. */
export interface Plane {
  readonly origin: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
}

/** The parameters at a point of the plane. */
export function parametersAt({ origin, u, v }: Plane, x: number, y: number): number[] {
  return Array.from(origin, (start, index) => start + x * (u[index] ?? 0) + y * (v[index] ?? 0));
}

/**
 * The plane on which parameter `a` is x and parameter `b` is y.
 *
 * With `sumToOne` the first layer's weights sum to one a unit: the unit's other weights then give or take in proportion.
 * Null where no other weight is left to do so, since then x and y are not free.
 */
export function planeOf(layers: readonly LayerNumbers[], a: number, b: number, sumToOne: boolean): Plane | null {
  const origin = Float64Array.from(parametersOf(layers));
  const u = new Float64Array(origin.length);
  const v = new Float64Array(origin.length);
  origin[a] = 0;
  origin[b] = 0;
  u[a] = 1;
  v[b] = 1;
  const [first] = layers;
  if (!sumToOne || first === undefined) return { origin, u, v };
  const unitOf = (index: number): number =>
    index < first.units * first.inputs ? Math.floor(index / first.inputs) : Number.NaN;
  for (const unit of new Set([unitOf(a), unitOf(b)])) {
    if (Number.isNaN(unit)) continue;
    const others = Array.from({ length: first.inputs }, (_, input) => unit * first.inputs + input).filter(
      (index) => index !== a && index !== b,
    );
    if (others.length === 0) return null;
    const sum = others.reduce((total, index) => total + (origin[index] ?? 0), 0);
    for (const index of others) {
      const share = sum > 0 ? (origin[index] ?? 0) / sum : 1 / others.length;
      origin[index] = share;
      if (unitOf(a) === unit) u[index] = -share;
      if (unitOf(b) === unit) v[index] = -share;
    }
  }
  return { origin, u, v };
}

/** Whether two planes are the same; a table of losses over one then holds for the other. */
export function samePlane(plane: Plane, other: Plane): boolean {
  const same = (mine: Float64Array, others: Float64Array): boolean =>
    mine.length === others.length && mine.every((value, index) => value === others[index]);
  return same(plane.origin, other.origin) && same(plane.u, other.u) && same(plane.v, other.v);
}

/** What a parameter can be: a weight of a sum of one is a share. */
export function limitsOf(layers: readonly LayerNumbers[], index: number, sumToOne: boolean): Range {
  const [first] = layers;
  const share = sumToOne && first !== undefined && index < first.units * first.inputs;
  // Beyond these the core takes no parameter.
  return share ? [0, 1] : [-1e6, 1e6];
}

/** Whether two parameters are weights of one sum of one: their own sum is then at most one. */
export function shareSum(layers: readonly LayerNumbers[], a: number, b: number, sumToOne: boolean): boolean {
  const [first] = layers;
  if (!sumToOne || first === undefined || Math.max(a, b) >= first.units * first.inputs) return false;
  return Math.floor(a / first.inputs) === Math.floor(b / first.inputs);
}
