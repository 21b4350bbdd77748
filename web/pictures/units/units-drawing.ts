/** Draws the losses of networks of several sizes. */
import { drawPresent, lossTicks, type PresentRun } from "../runs/sweep-drawing";
import { type Frame2d, type Pencil, sharp } from "../shared/axes";
import { type ChartScales, drawGrid, drawLine } from "../shared/line-drawing";
import { tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";
import type { Quartiles } from "./units";

export interface ShownSizes {
  readonly sizes: readonly number[];
  readonly training: readonly Quartiles[];
  /** Empty without held-out students. */
  readonly heldOut: readonly Quartiles[];
  /** The page's own run, at the place of its size; null where its size is not among them. */
  readonly present: PresentRun | null;
  /** The place that is read off. */
  readonly read: number | null;
}

/** Pixels from the middle of a size's place to its losses: those held out stand beside the others. */
const BESIDE = 5;

export function drawSizes(
  context: Pencil,
  box: Frame2d,
  scales: ChartScales,
  { sizes, training, heldOut, present, read }: ShownSizes,
  across: string,
  theme: Theme,
): void {
  context.save();
  drawGrid(context, box, scales.y, lossTicks(scales), theme);
  drawPlaces(context, box, scales, sizes, across, theme);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  if (read !== null) {
    const [from, to] = [read - 0.5, read + 0.5].map((place) => scales.x.pxFromScore(place));
    context.globalAlpha = 0.07;
    context.fillStyle = theme.ink;
    context.beginPath();
    context.rect(from ?? 0, box.top, (to ?? 0) - (from ?? 0), box.bottom - box.top);
    context.fill();
    context.globalAlpha = 1;
  }
  drawLosses(context, box, scales, training, theme.accent, -BESIDE, []);
  drawLosses(context, box, scales, heldOut, theme.negative, BESIDE, [5, 4]);
  context.restore();
  if (present !== null) drawPresent(context, box, scales, present, theme);
  context.restore();
}

/** A line through the medians, and a bar over the middle half of each size's runs. */
function drawLosses(
  context: Pencil,
  box: Frame2d,
  { x, y }: ChartScales,
  quartiles: readonly Quartiles[],
  color: string,
  shift: number,
  dash: readonly number[],
): void {
  const shifted = { ...x, pxFromScore: (place: number) => x.pxFromScore(place) + shift };
  const medians = quartiles.map(({ median }) => Math.max(median, y.domain[0]));
  drawLine(
    context,
    { x: shifted, y },
    medians.map((_, place) => place),
    medians,
    { color, width: 1.75, dash },
  );
  context.strokeStyle = color;
  context.fillStyle = color;
  const pxOf = (loss: number): number =>
    loss === Number.POSITIVE_INFINITY ? box.top : y.pxFromScore(Math.max(loss, y.domain[0]));
  quartiles.forEach(({ low, median, high }, place) => {
    const px = shifted.pxFromScore(place);
    if (Number.isFinite(low)) {
      context.lineWidth = 5;
      context.globalAlpha = 0.35;
      context.beginPath();
      context.moveTo(px, pxOf(low));
      context.lineTo(px, pxOf(high));
      context.stroke();
      context.globalAlpha = 1;
    }
    if (!Number.isFinite(median)) return;
    context.beginPath();
    context.arc(px, pxOf(median), 4, 0, 2 * Math.PI);
    context.fill();
  });
}

function drawPlaces(
  context: Pencil,
  box: Frame2d,
  { x }: ChartScales,
  sizes: readonly number[],
  across: string,
  theme: Theme,
): void {
  context.strokeStyle = theme.muted;
  context.fillStyle = theme.muted;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.beginPath();
  context.moveTo(box.left, sharp(box.bottom));
  context.lineTo(box.right, sharp(box.bottom));
  context.stroke();
  const named = box.right - context.measureText(across).width - 4;
  sizes.forEach((size, place) => {
    const px = x.pxFromScore(place);
    const label = tickLabel(size);
    if (px + context.measureText(label).width / 2 < named) context.fillText(label, px, box.bottom + 6);
  });
  context.textAlign = "right";
  context.fillText(across, box.right, box.bottom + 6);
}
