/** Draws the loss chart. */
import type { RateChange } from "../../state/run.svelte";
import { type Frame2d, type Pencil, sharp, tickFont, tickSize } from "../shared/axes";
import { drawGrid, drawLine } from "../shared/line-drawing";
import { tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";
import { type Curve, epochTicks, type LossScales, lossTicks } from "./loss";

/** The dashes of each run's curve: the present one, then the kept ones. */
export const DASHES: readonly (readonly number[])[] = [[], [8, 3], [2, 3], [10, 3, 2, 3], [1, 2]];

/** Class colours that differ from the accent and from the colours of positive and negative numbers. */
const KEPT_HUES = [2, 5, 6, 4];

export function curveColor(theme: Theme, run: number): string {
  return run === 0 ? theme.accent : (theme.classes[KEPT_HUES[run - 1] ?? 0] ?? theme.muted);
}

/** The first curve is the present run's, over the others; `epoch` names the horizontal axis. */
export function drawLoss(
  context: Pencil,
  box: Frame2d,
  scales: LossScales,
  curves: readonly Curve[],
  epoch: string,
  theme: Theme,
): void {
  context.save();
  drawLossAxes(context, box, scales, epoch, theme);
  for (let run = curves.length - 1; run >= 0; run -= 1) {
    const curve = curves[run];
    if (!curve) continue;
    const { epochs, losses, heldOut } = curve.history;
    if (curve.hasHeldOut) {
      context.globalAlpha = 0.75;
      const color = run === 0 ? theme.ink : curveColor(theme, run);
      drawLine(context, scales, epochs, heldOut, { color, width: 1, dash: [5, 4] });
      context.globalAlpha = 1;
    }
    drawLine(context, scales, epochs, losses, {
      color: curveColor(theme, run),
      width: (run === 0 ? 1.75 : 1.25) * theme.textScale,
      dash: DASHES[run % DASHES.length] ?? [],
    });
  }
  context.restore();
}

function drawLossAxes(context: Pencil, box: Frame2d, scales: LossScales, epoch: string, theme: Theme): void {
  drawGrid(context, box, scales.y, lossTicks(scales), theme);
  context.strokeStyle = theme.muted;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.beginPath();
  context.moveTo(box.left, sharp(box.bottom));
  context.lineTo(box.right, sharp(box.bottom));
  // The axis's name stands at its end, in place of the last number where that leaves no room.
  const named = box.right - context.measureText(epoch).width - 8;
  for (const tick of epochTicks(scales, theme.textScale)) {
    const x = sharp(scales.x.pxFromScore(tick));
    context.moveTo(x, box.bottom);
    context.lineTo(x, box.bottom + 4);
    const label = tickLabel(tick);
    if (x + context.measureText(label).width / 2 < named) context.fillText(label, x, box.bottom + 6);
  }
  context.stroke();
  context.textAlign = "right";
  context.fillText(epoch, box.right, box.bottom + 6);
}

/** The handle on the curve: where the run is shown; a line up and down where that is in its past. */
export function drawHandle(
  context: Pencil,
  box: Frame2d,
  { x, y }: LossScales,
  at: { readonly epoch: number; readonly loss: number; readonly past: boolean },
  theme: Theme,
): void {
  const px = Math.min(box.right, Math.max(box.left, x.pxFromScore(Math.max(at.epoch, x.domain[0]))));
  const loss = y.pxFromScore(at.loss);
  // A loss that has left the axis stands at its edge.
  const py = Number.isFinite(loss) ? Math.min(box.bottom, Math.max(box.top, loss)) : box.top;
  context.save();
  context.strokeStyle = theme.accent;
  context.lineWidth = 1;
  if (at.past) {
    context.beginPath();
    context.moveTo(sharp(px), box.top);
    context.lineTo(sharp(px), box.bottom);
    context.stroke();
  }
  context.beginPath();
  context.arc(px, py, 6, 0, 2 * Math.PI);
  context.fillStyle = theme.accent;
  context.fill();
  context.strokeStyle = theme.paper;
  context.lineWidth = 2;
  context.stroke();
  context.restore();
}

/**
 * A dotted line up from each change, with the new rate where there is room for it. Drawn after the curves, on ground of its own:
 * a curve that swings fills the chart.
 */
export function drawRates(
  context: Pencil,
  box: Frame2d,
  scales: LossScales,
  rates: readonly RateChange[],
  theme: Theme,
): void {
  context.save();
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.font = tickFont(theme);
  context.textBaseline = "top";
  context.textAlign = "left";
  context.setLineDash([1, 3]);
  context.beginPath();
  const labels: { readonly text: string; readonly left: number; readonly width: number }[] = [];
  let free = box.right;
  // From the last one back: where changes crowd, the rate in force is the one to read.
  for (const { epoch, rate } of [...rates].reverse()) {
    const x = sharp(scales.x.pxFromScore(Math.max(epoch, scales.x.domain[0])));
    context.moveTo(x, box.top);
    context.lineTo(x, box.bottom);
    const text = `η ${tickLabel(rate)}`;
    const { width } = context.measureText(text);
    // At the right edge on the line's other side: no line runs through a number.
    const left = x + 3 + width <= box.right ? x + 3 : x - 3 - width;
    if (left + width > free) continue;
    labels.push({ text, left, width });
    free = Math.min(x, left) - 6;
  }
  context.stroke();
  context.fillStyle = theme.paper;
  context.beginPath();
  for (const { left, width } of labels) context.rect(left - 2, box.top, width + 4, tickSize(theme) + 2);
  context.fill();
  context.fillStyle = theme.muted;
  for (const { text, left } of labels) context.fillText(text, left, box.top + 1);
  context.restore();
}
