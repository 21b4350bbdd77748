/** From a plane's coordinates to pixels and back: a rectangle's axes or a triangle's corners alike. */

export type Place = readonly [x: number, y: number];

/** Pixels of (0, 0), and the pixels that one unit of x and one of y go on. */
export interface Projection {
  readonly origin: Place;
  readonly x: Place;
  readonly y: Place;
}

export function toPixels({ origin, x, y }: Projection, [a, b]: Place): Place {
  return [origin[0] + a * x[0] + b * y[0], origin[1] + a * x[1] + b * y[1]];
}

export function fromPixels({ origin, x, y }: Projection, [px, py]: Place): Place {
  const [dx, dy] = [px - origin[0], py - origin[1]];
  const area = x[0] * y[1] - x[1] * y[0];
  return [(dx * y[1] - dy * y[0]) / area, (dy * x[0] - dx * x[1]) / area];
}
