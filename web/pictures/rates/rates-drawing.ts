/** Draws the losses against the learning rate. */

import { drawLogAxis, drawPresent, lossTicks, type PresentRun } from "../runs/sweep-drawing";
import { type Frame2d, type Pencil, sharp } from "../shared/axes";
import { type ChartScales, drawGrid, drawLine, drawReading } from "../shared/line-drawing";
import type { Theme } from "../shared/theme";
import type { Row } from "./rates";

export interface Shown {
  readonly row: Row;
  /** Rows of fewer steps, which the curve has gone through. */
  readonly earlier: readonly Row[];
  /** The largest stable rate; null where there is none to be told. */
  readonly bound: number | null;
  readonly present: PresentRun;
  /** The run that is read off. */
  readonly read: number | null;
}

export interface DrawnWords {
  readonly across: string;
  readonly bound: string;
  readonly diverged: string;
}

export function drawRates(
  context: Pencil,
  box: Frame2d,
  scales: ChartScales,
  { row, earlier, bound, present, read }: Shown,
  words: DrawnWords,
  theme: Theme,
): void {
  context.save();
  drawGrid(context, box, scales.y, lossTicks(scales), theme);
  drawLogAxis(context, box, scales.x, words.across, theme);
  drawDiverged(context, box, scales, row, words.diverged, theme);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  context.globalAlpha = 0.3;
  for (const { rates, losses } of earlier) {
    drawLine(context, scales, rates, lifted(losses, scales), { color: theme.muted, width: 1, dash: [] });
  }
  context.globalAlpha = 1;
  drawLine(context, scales, row.rates, lifted(row.losses, scales), { color: theme.accent, width: 2.25, dash: [] });
  context.restore();
  if (bound !== null) drawBound(context, box, scales, bound, words.bound, theme);
  drawPresent(context, box, scales, present, theme);
  if (read !== null) {
    const points = [{ value: row.losses[read] ?? Number.NaN, color: theme.accent }];
    drawReading(context, box, scales, row.rates[read] ?? Number.NaN, points, theme);
  }
  context.restore();
}

/** A loss below the axis, 0 above all, stands on its lower end. */
function lifted(losses: Float64Array, { y }: ChartScales): Float64Array {
  return losses.map((loss) => Math.max(loss, y.domain[0]));
}

/** Hatching over the rates of runs that have diverged. */
function drawDiverged(
  context: Pencil,
  box: Frame2d,
  { x }: ChartScales,
  { rates, losses }: Row,
  name: string,
  theme: Theme,
): void {
  const half = (x.pxFromScore(rates[1] ?? 1) - x.pxFromScore(rates[0] ?? 1)) / 2;
  context.strokeStyle = theme.negative;
  context.lineWidth = 1;
  context.globalAlpha = 0.35;
  context.beginPath();
  let first = Number.NaN;
  losses.forEach((loss, run) => {
    if (!Number.isNaN(loss)) return;
    const px = x.pxFromScore(rates[run] ?? Number.NaN);
    if (Number.isNaN(first)) first = px - half;
    context.moveTo(px, box.top);
    context.lineTo(px, box.bottom);
  });
  context.stroke();
  context.globalAlpha = 1;
  if (Number.isNaN(first)) return;
  context.fillStyle = theme.ink;
  context.textBaseline = "bottom";
  const fits = first + 8 + context.measureText(name).width <= box.right;
  context.textAlign = fits ? "left" : "right";
  context.fillText(name, fits ? first + 4 : box.right - 4, box.bottom - 6);
}

function drawBound(context: Pencil, box: Frame2d, { x }: ChartScales, bound: number, name: string, theme: Theme): void {
  const px = x.pxFromScore(bound);
  if (!(px >= box.left && px <= box.right)) return;
  context.strokeStyle = theme.negative;
  context.lineWidth = 1.5;
  context.setLineDash([6, 4]);
  context.beginPath();
  context.moveTo(sharp(px), box.top);
  context.lineTo(sharp(px), box.bottom);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = theme.ink;
  context.textBaseline = "top";
  const fits = px - 6 - context.measureText(name).width >= box.left;
  context.textAlign = fits ? "right" : "left";
  context.fillText(name, fits ? px - 6 : px + 6, box.top + 2);
}
