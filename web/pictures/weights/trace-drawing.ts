/** Draws each weight over the epochs. */
import { type Frame2d, type Pencil, sharp, tickFont, tickSize } from "../shared/axes";
import { drawCross } from "../shared/cross";
import { type ChartScales, drawGrid, drawLine, drawReading } from "../shared/line-drawing";
import { linearTicks, tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";
import { nameHeights, type TraceLine } from "./traces";

/** Dashes that distinguish the lines beside their names. */
export const TRACE_DASHES: readonly (readonly number[])[] = [
  [],
  [7, 3],
  [2, 2.5],
  [9, 3, 2, 3],
  [4, 2],
  [1, 3],
  [12, 3],
  [6, 2, 1, 2, 1, 2],
];

/** Class colours that do not stand for a sign or for one of the first three classes. */
const HUES = [3, 5, 4, 6, 7];

export function traceColor(theme: Theme, { bias = false }: Pick<TraceLine, "bias">, index: number): string {
  return bias ? theme.ink : (theme.classes[HUES[index % HUES.length] ?? 0] ?? theme.ink);
}

export function traceTicks({ y }: ChartScales): number[] {
  return linearTicks(y.domain, Math.max(2, Math.floor(Math.abs(y.range[1] - y.range[0]) / 26)));
}

/** Pixels between two names. */
const NAME_GAP = 2;

/** `epoch` names the horizontal axis, null where the axis is that of the picture below; `row` is the kept epoch that is read off, null for none. */
export function drawTraces(
  context: Pencil,
  box: Frame2d,
  scales: ChartScales,
  epochs: Float64Array,
  lines: readonly TraceLine[],
  row: number | null,
  epoch: string | null,
  theme: Theme,
): void {
  context.save();
  drawTraceAxes(context, box, scales, epoch, theme);
  lines.forEach((line, index) => {
    const color = traceColor(theme, line, index);
    if (line.rule !== null) drawRule(context, box, scales, line.rule, color, theme);
    const dash = TRACE_DASHES[index % TRACE_DASHES.length] ?? [];
    drawLine(context, scales, epochs, line.values, { color, width: 1.75, dash });
  });
  drawNames(context, box, scales, epochs, lines, theme);
  if (row !== null) {
    const points = lines.map((line, index) => ({
      value: line.values[row] ?? Number.NaN,
      color: traceColor(theme, line, index),
    }));
    drawReading(context, box, scales, epochs[row] ?? Number.NaN, points, theme);
  }
  context.restore();
}

function drawTraceAxes(context: Pencil, box: Frame2d, scales: ChartScales, epoch: string | null, theme: Theme): void {
  drawGrid(context, box, scales.y, traceTicks(scales), theme);
  if (epoch === null) return;
  context.textBaseline = "top";
  const last = scales.x.domain[1];
  context.textAlign = "left";
  context.fillText("0", box.left, box.bottom + 4);
  context.textAlign = "right";
  context.fillText(tickLabel(last), box.right, box.bottom + 4);
  context.textAlign = "center";
  context.fillText(epoch, (box.left + box.right) / 2, box.bottom + 4);
}

/** The school's weight: a dotted line to a cross, as in every picture. */
function drawRule(context: Pencil, box: Frame2d, { y }: ChartScales, rule: number, color: string, theme: Theme): void {
  const height = y.pxFromScore(rule);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.globalAlpha = 0.7;
  context.setLineDash([1, 3]);
  context.beginPath();
  context.moveTo(box.left, sharp(height));
  context.lineTo(box.right, sharp(height));
  context.stroke();
  context.globalAlpha = 1;
  drawCross(context, [box.right, height], theme, color, 4);
}

/** A line's name at its end; a thin lead goes to where names that crowd have made room. */
function drawNames(
  context: Pencil,
  box: Frame2d,
  { x, y }: ChartScales,
  epochs: Float64Array,
  lines: readonly TraceLine[],
  theme: Theme,
): void {
  const right = Math.min(box.right, x.pxFromScore(epochs.at(-1) ?? 0));
  const ends = lines.map(({ values }) => {
    const last = values.filter(Number.isFinite).at(-1);
    return last === undefined ? box.bottom : y.pxFromScore(last);
  });
  const heights = nameHeights(ends, tickSize(theme) + NAME_GAP, [box.top + 4, box.bottom - 2]);
  context.font = tickFont(theme);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineWidth = 1;
  lines.forEach((line, index) => {
    const color = traceColor(theme, line, index);
    const height = heights[index] ?? box.bottom;
    context.strokeStyle = color;
    context.beginPath();
    context.moveTo(right + 2, ends[index] ?? height);
    context.lineTo(right + 9, height);
    context.stroke();
    context.fillStyle = color;
    context.fillText(line.name, right + 11, height);
  });
}
