/** What the drawings of many runs have in common: a logarithmic axis across, losses up, and the page's own run. */
import { axisHeight, axisOver, axisTicks, axisWidth, type Frame2d, type Pencil, sharp, tickFont } from "../shared/axes";
import { measuringContext } from "../shared/canvas";
import type { ChartScales } from "../shared/line-drawing";
import { logTicks, type Scale, tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";

/** The page's own run: where it stands across, its loss, and what is written beside it. */
export interface PresentRun {
  readonly across: number;
  readonly loss: number;
  readonly name: string;
}

/** The losses that have a line across. */
export function lossTicks({ y }: Pick<ChartScales, "y">): number[] {
  return logTicks(y.domain, Math.max(2, Math.floor(Math.abs(y.range[1] - y.range[0]) / 36)));
}

/** The axis under a box, its name at the right end. */
export function drawLogAxis(context: Pencil, box: Frame2d, x: Scale, name: string, theme: Theme): void {
  context.strokeStyle = theme.muted;
  context.fillStyle = theme.muted;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.beginPath();
  context.moveTo(box.left, sharp(box.bottom));
  context.lineTo(box.right, sharp(box.bottom));
  const named = box.right - context.measureText(name).width - 8;
  const count = axisTicks({ ...x, domain: [0, 1] }, 40, theme).length;
  for (const tick of logTicks(x.domain, Math.max(2, count))) {
    const px = sharp(x.pxFromScore(tick));
    context.moveTo(px, box.bottom);
    context.lineTo(px, box.bottom + 4);
    const label = tickLabel(tick);
    if (px + context.measureText(label).width / 2 < named) context.fillText(label, px, box.bottom + 6);
  }
  context.stroke();
  context.textAlign = "right";
  context.fillText(name, box.right, box.bottom + 6);
}

/** A dot with its name; at the edge of the box where the run is beyond it up or down. */
export function drawPresent(
  context: Pencil,
  box: Frame2d,
  { x, y }: ChartScales,
  { across, loss, name }: PresentRun,
  theme: Theme,
): void {
  const px = x.pxFromScore(across);
  if (!(px >= box.left - 1 && px <= box.right + 1)) return;
  const at = y.pxFromScore(Math.max(loss, y.domain[0]));
  const py = Number.isFinite(at) ? Math.min(box.bottom, Math.max(box.top, at)) : box.top;
  context.beginPath();
  context.arc(px, py, 6, 0, 2 * Math.PI);
  context.fillStyle = theme.ink;
  context.fill();
  context.strokeStyle = theme.paper;
  context.lineWidth = 2;
  context.stroke();
  context.fillStyle = theme.ink;
  // Over the dot, where curves that begin there do not go through it.
  const over = py - box.top > 28 * theme.textScale;
  context.textBaseline = over ? "bottom" : "top";
  const fits = px + 4 + context.measureText(name).width <= box.right;
  context.textAlign = fits ? "left" : "right";
  context.fillText(name, fits ? px + 4 : px - 4, over ? py - 8 : py + 9);
}

/** The place of a chart's lines in its plot: the rest is for the axes. */
export function chartBox(
  [width, height]: readonly [number, number],
  theme: Theme,
  scalesIn: (box: Frame2d) => ChartScales,
): Frame2d {
  const right = Math.max(80, width - 14);
  const frame = { left: 0, top: axisOver(theme), right, bottom: Math.max(24, height - axisHeight(theme)) };
  const labels = lossTicks(scalesIn(frame)).map(tickLabel);
  return { ...frame, left: axisWidth(measuringContext(tickFont(theme)), theme, labels) };
}
