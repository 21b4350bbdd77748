/** The paths of several runs through the space of two weights. */
import type { Frame } from "../../engine/engine";
import { curveColor, DASHES } from "../loss/loss-drawing";
import { drawAxes, type Frame2d, type Pencil } from "../shared/axes";
import { drawCross } from "../shared/cross";
import { type ChartScales, drawLine, near } from "../shared/line-drawing";
import { extentOf, linearScale, paddedRange, steppedRange } from "../shared/scale";
import type { Theme } from "../shared/theme";

/** Where a run was, point by point; the last point is where it is. */
export type Path = readonly (readonly [x: number, y: number])[];

/** A run's path in two of its first neuron's weights, from the parameters at each entry of its history. */
export function pathOf(frame: Frame, trace: Float32Array, across: number, up: number): Path {
  const count = frame.layers.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0);
  const rows = Array.from({ length: Math.floor(trace.length / Math.max(1, count)) }, (_, row) => row * count);
  const first = frame.layers[0]?.weights;
  const past = rows.map((at) => [trace[at + across] ?? Number.NaN, trace[at + up] ?? Number.NaN] as const);
  return [...past, [first?.[across] ?? Number.NaN, first?.[up] ?? Number.NaN]];
}

/** Scales that fit the rule and the paths of all runs that did not diverge; if all diverged, their first steps. */
export function pathScales(
  paths: readonly Path[],
  diverged: readonly boolean[],
  rule: Path[number] | null,
  box: Frame2d,
): ChartScales {
  const far = diverged.every(Boolean) ? 2 : 1;
  const counted = paths.flatMap((path, run) => (diverged[run] ? path.slice(0, far) : path));
  if (rule !== null) counted.push(rule);
  const range = (axis: 0 | 1) => steppedRange(paddedRange(extentOf(counted.map((point) => point[axis]))), 8);
  return { x: linearScale(range(0), [box.left, box.right]), y: linearScale(range(1), [box.bottom, box.top]) };
}

export function drawPaths(
  context: Pencil,
  box: Frame2d,
  { x, y }: ChartScales,
  paths: readonly Path[],
  rule: Path[number] | null,
  theme: Theme,
): void {
  drawAxes(context, box, { x, y, lanes: null }, theme);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  paths.forEach((path, run) => {
    const color = curveColor(theme, run);
    const dash = DASHES[run % DASHES.length] ?? [];
    const [xs, ys] = [path.map(([across]) => across), path.map(([, up]) => up)];
    drawLine(context, { x, y }, xs, ys, { color, width: 1.75, dash });
    const end = path.filter((point) => point.every(Number.isFinite)).at(-1);
    if (end === undefined) return;
    context.fillStyle = color;
    context.beginPath();
    context.arc(near(x.pxFromScore(end[0])), near(y.pxFromScore(end[1])), 4, 0, 2 * Math.PI);
    context.fill();
  });
  if (rule !== null) drawCross(context, [x.pxFromScore(rule[0]), y.pxFromScore(rule[1])], theme);
  context.restore();
}
