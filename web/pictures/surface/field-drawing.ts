/** Draws a loss over a plane: colours, contour lines, the path of descent, the present point. */
import type { Rgb } from "../../engine/engine";
import type { Pencil } from "../shared/axes";
import { drawCross } from "../shared/cross";
import type { Range } from "../shared/scale";
import { mixedRgb, rgbFromCss, type Theme } from "../shared/theme";
import { contour, type Grid } from "./contours";
import { levelsOf, shareOf } from "./levels";
import { type Place, type Projection, toPixels } from "./project";

/** What part of the plane a grid covers. */
export interface Domain {
  readonly x: Range;
  readonly y: Range;
}

/** How much of the accent the lowest loss has; the legend's ramp has as much. */
const VALLEY = 0.75;

/** From the lowest loss to the highest: the accent, a valley, fades into the paper. */
export function lossRamp(theme: Theme): readonly [low: Rgb, high: Rgb] {
  const paper = rgbFromCss(theme.paper);
  return [mixedRgb(paper, rgbFromCss(theme.accent), VALLEY), mixedRgb(paper, rgbFromCss(theme.ink), 0.04)];
}

/**
 * A pixel for every point of the grid, red, green, blue and opaque. A point without a number takes after its neighbours, so
 * that the colours reach up to the edge of where there are numbers when the picture is smoothed.
 */
export function lossPixels(grid: Grid, range: Range, [low, high]: readonly [Rgb, Rgb]): Uint8ClampedArray<ArrayBuffer> {
  const points = grid.columns * grid.rows;
  const pixels = new Uint8ClampedArray(points * 4);
  for (let point = 0; point < points; point += 1) {
    const value = grid.values[point] ?? Number.NaN;
    const share = shareOf(range, Number.isFinite(value) ? value : lossAround(grid, point));
    for (const channel of [0, 1, 2] as const) {
      pixels[point * 4 + channel] = low[channel] + (high[channel] - low[channel]) * share;
    }
    pixels[point * 4 + 3] = 255;
  }
  return pixels;
}

/** The mean of the numbers next to a point; NaN where there is none. */
function lossAround({ columns, rows, values }: Grid, point: number): number {
  const [column, row] = [point % columns, Math.floor(point / columns)];
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      const value = values[y * columns + x] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? Number.NaN : sum / count;
}

/** The plane's coordinates at a column and row of a grid over the domain. */
export function placeInGrid({ columns, rows }: Grid, { x, y }: Domain, column: number, row: number): Place {
  return [x[0] + (column / (columns - 1)) * (x[1] - x[0]), y[1] - (row / (rows - 1)) * (y[1] - y[0])];
}

/** How an image of the grid, one pixel a point, comes to lie under the contours: the numbers of a canvas's transform. */
export function imageTransform(
  { columns, rows }: Grid,
  { x, y }: Domain,
  projection: Projection,
): [number, number, number, number, number, number] {
  const across = (x[1] - x[0]) / (columns - 1);
  const up = (y[0] - y[1]) / (rows - 1);
  // A point of the grid is the middle of its pixel.
  const [left, top] = toPixels(projection, [x[0] - across / 2, y[1] - up / 2]);
  const { x: right, y: upwards } = projection;
  return [across * right[0], across * right[1], up * upwards[0], up * upwards[1], left, top];
}

export function drawContours(
  context: Pencil,
  grid: Grid,
  domain: Domain,
  range: Range,
  projection: Projection,
  theme: Theme,
): void {
  context.save();
  context.strokeStyle = theme.ink;
  context.globalAlpha = 0.4;
  context.lineWidth = 0.75;
  context.setLineDash([]);
  context.beginPath();
  for (const level of levelsOf(range)) {
    const segments = contour(grid, level);
    for (let i = 0; i + 3 < segments.length; i += 4) {
      const [fromColumn = 0, fromRow = 0, toColumn = 0, toRow = 0] = segments.slice(i, i + 4);
      context.moveTo(...toPixels(projection, placeInGrid(grid, domain, fromColumn, fromRow)));
      context.lineTo(...toPixels(projection, placeInGrid(grid, domain, toColumn, toRow)));
    }
  }
  context.stroke();
  context.restore();
}

/** The path of descent, from a small ring at its start. Paper on both sides parts it from whatever lies under it. */
export function drawPath(context: Pencil, path: readonly Place[], projection: Projection, theme: Theme): void {
  const places = path.map((point) => toPixels(projection, point)).filter((place) => place.every(Number.isFinite));
  const [start] = places;
  if (start === undefined) return;
  context.save();
  context.lineJoin = "round";
  context.setLineDash([]);
  context.beginPath();
  places.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  for (const [color, width, alpha] of [
    [theme.paper, 3.5, 0.8],
    [theme.ink, 1.5, 1],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.stroke();
  }
  disc(context, start, 3, theme.paper, theme.ink);
  context.restore();
}

/** Where training is now. */
export function drawPresent(context: Pencil, present: Place, projection: Projection, theme: Theme): void {
  const place = toPixels(projection, present);
  if (!place.every(Number.isFinite)) return;
  context.save();
  context.setLineDash([]);
  disc(context, place, 7, theme.paper, theme.ink);
  disc(context, place, 4, theme.accent, theme.accent);
  context.restore();
}

/** The school's own rule. */
export function drawSecret(context: Pencil, secret: Place, projection: Projection, theme: Theme): void {
  const place = toPixels(projection, secret);
  if (!place.every(Number.isFinite)) return;
  context.save();
  drawCross(context, place, theme);
  context.restore();
}

function disc(context: Pencil, [x, y]: Place, radius: number, fill: string, stroke: string): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = stroke;
  context.lineWidth = 1.5;
  context.stroke();
}
