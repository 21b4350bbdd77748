/** Draws the fan of losses. */

import { drawLogAxis, drawPresent, lossTicks, type PresentRun } from "../runs/sweep-drawing";
import { type Frame2d, type Pencil, sharp } from "../shared/axes";
import { type ChartScales, drawGrid, drawLine, near } from "../shared/line-drawing";
import type { Theme } from "../shared/theme";
import type { Fan } from "./fan";

export interface ShownFan {
  readonly fan: Fan;
  /** One run's losses. */
  readonly single: Float64Array | null;
  readonly goal: number;
  readonly present: PresentRun;
}

export function drawFan(
  context: Pencil,
  box: Frame2d,
  scales: ChartScales,
  { fan, single, goal, present }: ShownFan,
  words: { readonly across: string; readonly goal: string },
  theme: Theme,
): void {
  context.save();
  drawGrid(context, box, scales.y, lossTicks(scales), theme);
  drawLogAxis(context, box, scales.x, words.across, theme);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  drawBand(context, scales, fan.steps, fan.least, fan.largest, 0.14, theme);
  drawBand(context, scales, fan.steps, fan.firstQuartile, fan.thirdQuartile, 0.3, theme);
  drawLine(context, scales, fan.steps, fan.median, { color: theme.accent, width: 2.25, dash: [] });
  if (single !== null) drawLine(context, scales, fan.steps, single, { color: theme.ink, width: 1.75, dash: [] });
  context.restore();
  drawGoal(context, box, scales, goal, words.goal, theme);
  drawPresent(context, box, scales, present, theme);
  context.restore();
}

/** Between two lines; what has no end above reaches out of the box. */
function drawBand(
  context: Pencil,
  { x, y }: ChartScales,
  steps: Float64Array,
  low: Float64Array,
  high: Float64Array,
  alpha: number,
  theme: Theme,
): void {
  const end = low.findIndex((loss) => !Number.isFinite(loss));
  const count = end < 0 ? low.length : end;
  if (count === 0) return;
  const to = (losses: Float64Array, at: number): void => {
    const px = x.pxFromScore(steps[at] ?? Number.NaN);
    const loss = Math.max(losses[at] ?? Number.NaN, y.domain[0] / 10);
    context.lineTo(near(px), near(Number.isNaN(loss) ? 0 : y.pxFromScore(loss)));
  };
  context.save();
  context.globalAlpha = alpha;
  context.fillStyle = theme.accent;
  context.beginPath();
  context.moveTo(
    near(x.pxFromScore(steps[0] ?? Number.NaN)),
    near(y.pxFromScore(Math.max(low[0] ?? Number.NaN, y.domain[0] / 10))),
  );
  for (let at = 1; at < count; at += 1) to(low, at);
  for (let at = count - 1; at >= 0; at -= 1) to(high, at);
  context.closePath();
  context.fill();
  context.restore();
}

function drawGoal(context: Pencil, box: Frame2d, { y }: ChartScales, goal: number, name: string, theme: Theme): void {
  const py = y.pxFromScore(goal);
  if (!(py >= box.top && py <= box.bottom)) return;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.25;
  context.setLineDash([6, 4]);
  context.beginPath();
  context.moveTo(box.left, sharp(py));
  context.lineTo(box.right, sharp(py));
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = theme.ink;
  context.textAlign = "left";
  const below = py + 16 < box.bottom;
  context.textBaseline = below ? "top" : "bottom";
  context.fillText(name, box.left + 6, below ? py + 3 : py - 3);
}
