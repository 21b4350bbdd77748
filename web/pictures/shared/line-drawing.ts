/** Draws line charts: the grid, the lines, and the point that is read off. */
import { type Frame2d, type Pencil, sharp, tickFont } from "./axes";
import { type Scale, tickLabel } from "./scale";
import type { Theme } from "./theme";

export interface ChartScales {
  readonly x: Scale;
  readonly y: Scale;
}

export interface LineStyle {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
}

const FAR = 4000;

/** A coordinate that is not too far outside the canvas: browsers draw wrongly with huge ones. */
export function near(px: number): number {
  return Math.min(FAR, Math.max(-FAR, px));
}

/** A line through the points (xs, ys), with a gap where a point has no place on the axes. */
export function drawLine(
  context: Pencil,
  { x, y }: ChartScales,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  { color, width, dash }: LineStyle,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = "round";
  context.setLineDash([...dash]);
  context.beginPath();
  let down = false;
  for (let index = 0; index < ys.length; index += 1) {
    const px = x.pxFromScore(xs[index] ?? Number.NaN);
    const py = y.pxFromScore(ys[index] ?? Number.NaN);
    const drawable = Number.isFinite(px) && Number.isFinite(py);
    if (drawable && down) context.lineTo(near(px), near(py));
    else if (drawable) context.moveTo(near(px), near(py));
    down = drawable;
  }
  context.stroke();
  context.setLineDash([]);
}

/** A labelled line across the box at each tick; the one at zero is darker. */
export function drawGrid(context: Pencil, box: Frame2d, y: Scale, ticks: readonly number[], theme: Theme): void {
  context.font = tickFont(theme);
  context.lineWidth = 1;
  context.setLineDash([]);
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillStyle = theme.muted;
  for (const tick of ticks) {
    const py = sharp(y.pxFromScore(tick));
    context.strokeStyle = tick === 0 ? theme.muted : theme.hairline;
    context.beginPath();
    context.moveTo(box.left, py);
    context.lineTo(box.right, py);
    context.stroke();
    context.fillText(tickLabel(tick), box.left - 6, py);
  }
}

/** A vertical line at `at`, with a ring on each line that has a value there. */
export function drawReading(
  context: Pencil,
  box: Frame2d,
  { x, y }: ChartScales,
  at: number,
  points: readonly { readonly value: number; readonly color: string }[],
  theme: Theme,
): void {
  const px = x.pxFromScore(at);
  if (!Number.isFinite(px)) return;
  context.save();
  context.setLineDash([]);
  context.lineWidth = 1;
  context.strokeStyle = theme.muted;
  context.beginPath();
  context.moveTo(sharp(px), box.top);
  context.lineTo(sharp(px), box.bottom);
  context.stroke();
  for (const { value, color } of points) {
    const py = y.pxFromScore(value);
    if (!Number.isFinite(py)) continue;
    context.beginPath();
    context.moveTo(px + 3.5, py);
    context.arc(px, py, 3.5, 0, 2 * Math.PI);
    context.fillStyle = theme.paper;
    context.fill();
    context.strokeStyle = color;
    context.lineWidth = 1.5;
    context.stroke();
  }
  context.restore();
}
