/** Three shares that sum to one, as a place in a triangle: each corner is one share alone, the middle all three alike. */

export type Place = readonly [x: number, y: number];
export type Shares = readonly [first: number, second: number, third: number];

/** Pixels: the first share's corner on top, the second's at the left, the third's at the right. */
export type Triangle = readonly [top: Place, left: Place, right: Place];

/** The height of a triangle of equal sides. */
const HEIGHT = Math.sqrt(3) / 2;

/** The largest triangle of equal sides in a room of so many pixels, in its middle, `top` and `bottom` left free. */
export function triangleIn(width: number, height: number, { top, bottom, side }: Margins): Triangle {
  const length = Math.max(1, Math.min(width - 2 * side, (height - top - bottom) / HEIGHT));
  const middle = width / 2;
  const first = top + Math.max(0, height - top - bottom - length * HEIGHT) / 2;
  const base = first + length * HEIGHT;
  return [
    [middle, first],
    [middle - length / 2, base],
    [middle + length / 2, base],
  ];
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  /** At the left and at the right. */
  readonly side: number;
}

export function placeOf([a, b, c]: Triangle, [first, second, third]: Shares): Place {
  return [first * a[0] + second * b[0] + third * c[0], first * a[1] + second * b[1] + third * c[1]];
}

/** Outside the triangle one share or two are negative. */
export function sharesAt([a, b, c]: Triangle, [x, y]: Place): Shares {
  const area = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
  const first = ((b[1] - c[1]) * (x - c[0]) + (c[0] - b[0]) * (y - c[1])) / area;
  const second = ((c[1] - a[1]) * (x - c[0]) + (a[0] - c[0]) * (y - c[1])) / area;
  return [first, second, 1 - first - second];
}

/** The nearest shares of which none is below `least`. */
export function within(shares: Shares, least: number): Shares {
  const [first, second, third] = shares.map((share) => Math.max(share, least) - least);
  const over = (first ?? 0) + (second ?? 0) + (third ?? 0);
  const room = 1 - 3 * least;
  const scaled = (share = 0): number => least + (over > 0 ? (share / over) * room : room / 3);
  return [scaled(first), scaled(second), scaled(third)];
}

/** Where the largest share is a corner's: the quadrilateral from the corner to the middles of its sides and the centre. */
export function regionOf(triangle: Triangle, corner: 0 | 1 | 2): Place[] {
  const share = (index: number, others: readonly number[], part: number): number =>
    index === corner ? 1 - others.length * part : others.includes(index) ? part : 0;
  const at = (others: readonly number[], part: number): Place =>
    placeOf(triangle, [share(0, others, part), share(1, others, part), share(2, others, part)]);
  const [one, other] = [0, 1, 2].filter((index) => index !== corner) as [number, number];
  return [at([], 0), at([one], 1 / 2), at([one, other], 1 / 3), at([other], 1 / 2)];
}
