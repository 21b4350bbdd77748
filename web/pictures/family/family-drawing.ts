/** Draws the perfect weights in the space of three weights. */
import { type Pencil, tickFont } from "../shared/axes";
import { drawCross } from "../shared/cross";
import { tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";
import {
  along,
  depthOf,
  edgesOf,
  type Pixel,
  type Point3,
  planeInCube,
  project,
  type Stage,
  withinCube,
} from "./space";

export interface FamilyPicture {
  /** The perfect weights nearest to 0, and the directions in which others lie. */
  readonly origin: Point3;
  readonly directions: readonly Point3[];
  /** What is left of a line that shrinks to its point: from 1 to 0. */
  readonly shrunk: Shrinking | null;
  /** The path of descent; its end is where the run stands. */
  readonly path: readonly Point3[];
  /** The school's own, if they are to be seen. */
  readonly secret: Point3 | null;
  /** A place on the line that is walked on. */
  readonly walked: Point3 | null;
  /** The names of the weights; none where there is no room for them. */
  readonly names: readonly string[];
}

export interface Shrinking {
  readonly from: readonly [Point3, Point3];
  readonly part: number;
}

export function drawFamily(context: Pencil, stage: Stage, picture: FamilyPicture, theme: Theme): void {
  context.save();
  context.lineJoin = "round";
  drawCube(context, stage, picture.names, theme);
  drawOpen(context, stage, picture, theme);
  drawPath(context, stage, picture.path, theme);
  const at = (point: Point3): Pixel => project(point, stage);
  // Of a single point the nearest to 0 is no other.
  if (picture.directions.length > 0) drawDiamond(context, at(picture.origin), theme);
  if (picture.secret) drawCross(context, at(picture.secret), theme);
  if (picture.walked) drawRing(context, at(picture.walked), 7, theme.accent, theme);
  const now = picture.path.at(-1);
  if (now?.every(Number.isFinite)) drawDot(context, at(now), theme);
  context.restore();
}

function drawCube(context: Pencil, stage: Stage, names: readonly string[], theme: Theme): void {
  const { span } = stage;
  const [low, high] = span;
  const middle = (low + high) / 2;
  context.lineWidth = 1;
  for (const [a, b] of edgesOf(span)) {
    const behind = depthOf(a, stage) > 0 && depthOf(b, stage) > 0;
    context.setLineDash(behind ? [2, 3] : []);
    context.strokeStyle = behind ? theme.hairline : theme.muted;
    context.globalAlpha = behind ? 1 : 0.55;
    line(context, [project(a, stage), project(b, stage)]);
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
  if (names.length === 0) return;
  context.font = tickFont(theme);
  context.fillStyle = theme.muted;
  context.textBaseline = "middle";
  // Each weight along the edge that is nearest to the eye of its four, with the ends of its range.
  for (const axis of [0, 1, 2] as const) {
    const others = [low, high].flatMap((a) => [low, high].map((b) => [a, b] as const));
    const edge = (at: number, [a, b]: readonly [number, number]): Point3 =>
      axis === 0 ? [at, a, b] : axis === 1 ? [a, at, b] : [a, b, at];
    const score = (pair: readonly [number, number]): number => {
      const [x, y] = project(edge(middle, pair), stage);
      return axis === 2 ? x : -y;
    };
    const pair = others.reduce((best, next) => (score(next) < score(best) ? next : best));
    const away = axis === 2 ? [-8, 0] : [0, 14 * theme.textScale];
    context.textAlign = axis === 2 ? "right" : "center";
    const label = (point: Point3, text: string, farther: number): void => {
      const [x, y] = project(point, stage);
      // A long name stays in the picture.
      const most = context.measureText(text).width / (axis === 2 ? 1 : 2);
      context.fillText(text, Math.max(most, x + farther * (away[0] ?? 0)), y + farther * (away[1] ?? 0));
    };
    // A little inwards, for two edges meet at a corner.
    const inwards = (high - low) / 6;
    label(edge(low + inwards, pair), tickLabel(Number((low + inwards).toFixed(1))), 1);
    label(edge(high - inwards, pair), tickLabel(Number((high - inwards).toFixed(1))), 1);
    context.fillStyle = theme.ink;
    label(edge(middle, pair), names[axis] ?? "", 1.6);
    context.fillStyle = theme.muted;
  }
}

function drawOpen(context: Pencil, stage: Stage, { origin, directions, shrunk }: FamilyPicture, theme: Theme): void {
  const [first, second] = directions;
  context.strokeStyle = theme.accent;
  if (shrunk !== null && directions.length === 0) {
    const ends = shrunk.from.map((end) => project(between(origin, end, shrunk.part), stage));
    context.lineWidth = 3;
    line(context, ends);
  } else if (first && second && directions.length === 2) {
    const polygon = planeInCube(origin, [first, second], stage.span).map((corner) => project(corner, stage));
    if (polygon.length < 3) return;
    trace(context, polygon);
    context.closePath();
    context.globalAlpha = 0.22;
    context.fillStyle = theme.accent;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.stroke();
  } else if (first && directions.length === 1) {
    const ends = withinCube(origin, first, stage.span);
    if (ends === null) return;
    context.lineWidth = 3;
    line(
      context,
      ends.map((t) => project(along(origin, first, t), stage)),
    );
  } else if (directions.length === 0) {
    drawRing(context, project(origin, stage), 9, theme.accent, theme);
  }
}

function between(from: Point3, to: Point3, part: number): Point3 {
  return along(from, [to[0] - from[0], to[1] - from[1], to[2] - from[2]], part);
}

function drawPath(context: Pencil, stage: Stage, path: readonly Point3[], theme: Theme): void {
  const drawn = path.filter((point) => point.every((number) => Math.abs(number) < 100));
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5;
  line(
    context,
    drawn.map((point) => project(point, stage)),
  );
}

function trace(context: Pencil, points: readonly Pixel[]): void {
  context.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
}

function line(context: Pencil, points: readonly Pixel[]): void {
  if (points.length < 2) return;
  trace(context, points);
  context.stroke();
}

function drawDot(context: Pencil, [x, y]: Pixel, theme: Theme): void {
  context.beginPath();
  context.arc(x, y, 5, 0, 2 * Math.PI);
  context.fillStyle = theme.ink;
  context.fill();
  context.strokeStyle = theme.paper;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawRing(context: Pencil, [x, y]: Pixel, radius: number, color: string, theme: Theme): void {
  for (const [stroke, width] of [
    [theme.paper, 5],
    [color, 2.5],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
}

function drawDiamond(context: Pencil, [x, y]: Pixel, theme: Theme): void {
  trace(context, [
    [x, y - 6],
    [x + 6, y],
    [x, y + 6],
    [x - 6, y],
  ]);
  context.closePath();
  context.fillStyle = theme.paper;
  context.fill();
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  context.stroke();
}
