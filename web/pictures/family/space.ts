/** The space of three weights, seen from a side: a cube turned by yaw and pitch, without perspective. */

export type Point3 = readonly [x: number, y: number, z: number];
export type Pixel = readonly [x: number, y: number];

/** Angles in radians. At 0 the first weight goes right, the third up, and the second away. */
export interface View {
  readonly yaw: number;
  readonly pitch: number;
}

export const FIRST_VIEW: View = { yaw: 0.6, pitch: 0.42 };

/** The same range of every weight. */
export type Span = readonly [low: number, high: number];

export interface Stage {
  readonly view: View;
  readonly span: Span;
  readonly width: number;
  readonly height: number;
}

/** Half the diagonal of a cube from −1 to 1, with room for the names at its corners. */
const REACH = 1.9;

export function project(point: Point3, { view, span, width, height }: Stage): Pixel {
  const middle = (span[0] + span[1]) / 2;
  const half = (span[1] - span[0]) / 2;
  const [x, y, z] = [(point[0] - middle) / half, (point[1] - middle) / half, (point[2] - middle) / half];
  const right = Math.cos(view.yaw) * x - Math.sin(view.yaw) * y;
  const away = Math.sin(view.yaw) * x + Math.cos(view.yaw) * y;
  const up = Math.cos(view.pitch) * z + Math.sin(view.pitch) * away;
  const size = Math.min(width, height) / 2 / REACH;
  return [width / 2 + size * right, height / 2 - size * up];
}

/** How far a point is behind the cube's middle. */
export function depthOf([x, y, z]: Point3, { view, span }: Pick<Stage, "view" | "span">): number {
  const middle = (span[0] + span[1]) / 2;
  const away = Math.sin(view.yaw) * (x - middle) + Math.cos(view.yaw) * (y - middle);
  return Math.cos(view.pitch) * away - Math.sin(view.pitch) * (z - middle);
}

/** Turned by a drag of so many pixels; never upside down. */
export function turned({ yaw, pitch }: View, right: number, down: number): View {
  const most = Math.PI / 2;
  return { yaw: yaw + right / 120, pitch: Math.min(most, Math.max(-most, pitch + down / 120)) };
}

/** A span of whole tenths that holds the numbers, and 0 to 1. */
export function spanOf(numbers: readonly number[]): Span {
  const finite = numbers.filter((number) => Number.isFinite(number) && Math.abs(number) <= 100);
  const low = Math.min(0, ...finite);
  const high = Math.max(1, ...finite);
  const room = 0.25 * (high - low);
  return [Math.floor((low - room) * 10) / 10, Math.ceil((high + room) * 10) / 10];
}

/** Where origin + t · direction is within the cube; null where it never is. */
export function withinCube(origin: Point3, direction: Point3, [low, high]: Span): readonly [number, number] | null {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const axis of [0, 1, 2] as const) {
    const d = direction[axis];
    if (Math.abs(d) < 1e-12) {
      if (origin[axis] < low || origin[axis] > high) return null;
      continue;
    }
    const ends = [(low - origin[axis]) / d, (high - origin[axis]) / d];
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from < to ? [from, to] : null;
}

export function along(origin: Point3, direction: Point3, t: number): Point3 {
  return [origin[0] + t * direction[0], origin[1] + t * direction[1], origin[2] + t * direction[2]];
}

/** The polygon in which the plane through `origin` along both directions cuts the cube, corner by corner. */
export function planeInCube(origin: Point3, [u, v]: readonly [Point3, Point3], span: Span): Point3[] {
  const normal: Point3 = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  const side = (point: Point3): number =>
    dot(normal, [point[0] - origin[0], point[1] - origin[1], point[2] - origin[2]]);
  const corners: Point3[] = [];
  for (const [a, b] of edgesOf(span)) {
    const [below, above] = [side(a), side(b)];
    if (below * above > 0 || below === above) continue;
    const part = below / (below - above);
    corners.push(
      [0, 1, 2].map((axis) => (a[axis] ?? 0) + part * ((b[axis] ?? 0) - (a[axis] ?? 0))) as unknown as Point3,
    );
  }
  const centre = [0, 1, 2].map((axis) => corners.reduce((sum, c) => sum + (c[axis] ?? 0), 0) / corners.length);
  const angle = (point: Point3): number => {
    const from = point.map((number, axis) => number - (centre[axis] ?? 0)) as unknown as Point3;
    return Math.atan2(dot(from, v), dot(from, u));
  };
  return corners.sort((a, b) => angle(a) - angle(b));
}

/** The twelve edges of the cube. */
export function edgesOf([low, high]: Span): (readonly [Point3, Point3])[] {
  const ends = [low, high];
  const edges: (readonly [Point3, Point3])[] = [];
  for (const a of ends) {
    for (const b of ends) {
      edges.push(
        [
          [low, a, b],
          [high, a, b],
        ],
        [
          [a, low, b],
          [a, high, b],
        ],
        [
          [a, b, low],
          [a, b, high],
        ],
      );
    }
  }
  return edges;
}

function dot(a: Point3, b: Point3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
