/** Draws what lies over the boundary's background: axes, students, the cross-hair of a chosen one. */
import type { Rgb } from "../engine/engine";
import type { Mark } from "./marks";
import { linearTicks, type Range, type Scale, tickLabel } from "./scale";
import { traceShape } from "./shapes";
import { classColor, cssFromRgb, mixedRgb, type Theme } from "./theme";

/** Everything the drawing functions ask of a canvas context. */
export type Pencil = Pick<
  CanvasRenderingContext2D,
  | "moveTo"
  | "lineTo"
  | "arc"
  | "closePath"
  | "beginPath"
  | "fill"
  | "stroke"
  | "fillText"
  | "measureText"
  | "save"
  | "restore"
  | "setLineDash"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineJoin"
  | "globalAlpha"
  | "font"
  | "textAlign"
  | "textBaseline"
>;

export interface Frame2d {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface BoundaryScales {
  readonly x: Scale;
  readonly y: Scale;
  /** Tick labels of the vertical axis where it holds lanes and not scores. */
  readonly lanes: readonly string[] | null;
}

/** Colours of number targets: `low` → `paper` → `high` over `range`. */
export interface Tint {
  readonly range: Range;
  readonly low: Rgb;
  readonly middle: Rgb;
  readonly high: Rgb;
}

export const TICK_SIZE = 11;
const TICK_LENGTH = 4;
const RADIUS = 5.5;
const RING = 4;

export function tickFont(theme: Theme): string {
  return `${TICK_SIZE}px ${theme.font}`;
}

/** The ticks an axis has room for: one a `spacing` pixels. */
export function axisTicks(scale: Scale, spacing: number): number[] {
  const length = Math.abs(scale.range[1] - scale.range[0]);
  return linearTicks(scale.domain, Math.max(2, Math.floor(length / spacing)));
}

/** Pixels that the labels of a vertical axis take, the tick included. */
export function axisWidth(context: Pencil, theme: Theme, labels: readonly string[]): number {
  context.font = tickFont(theme);
  const widest = labels.reduce((width, label) => Math.max(width, context.measureText(label).width), 0);
  return Math.ceil(widest) + TICK_LENGTH + 4;
}

export function drawAxes(context: Pencil, box: Frame2d, scales: BoundaryScales, theme: Theme): void {
  context.save();
  context.strokeStyle = theme.hairline;
  context.lineWidth = 1;
  context.beginPath();
  outline(context, box);
  context.stroke();

  context.font = tickFont(theme);
  context.fillStyle = theme.muted;
  context.strokeStyle = theme.muted;
  context.beginPath();
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const tick of axisTicks(scales.x, 56)) {
    const x = sharp(scales.x.pxFromScore(tick));
    context.moveTo(x, box.bottom);
    context.lineTo(x, box.bottom + TICK_LENGTH);
    context.fillText(tickLabel(tick), x, box.bottom + TICK_LENGTH + 3);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  const rows = scales.lanes?.map((_, index) => index) ?? axisTicks(scales.y, 44);
  for (const tick of rows) {
    const y = sharp(scales.y.pxFromScore(tick));
    context.moveTo(box.left - TICK_LENGTH, y);
    context.lineTo(box.left, y);
    context.fillText(scales.lanes?.[tick] ?? tickLabel(tick), box.left - TICK_LENGTH - 3, y);
  }
  context.stroke();
  context.restore();
}

function outline(context: Pencil, { left, top, right, bottom }: Frame2d): void {
  context.moveTo(sharp(left), sharp(top));
  context.lineTo(sharp(right), sharp(top));
  context.lineTo(sharp(right), sharp(bottom));
  context.lineTo(sharp(left), sharp(bottom));
  context.closePath();
}

/** Middle of the nearest pixel: a line of one pixel is then one pixel. */
export function sharp(px: number): number {
  return Math.floor(px) + 0.5;
}

/** Left-out students lie lowest; whom the machine gets wrong lies on top. */
export function drawStudents(
  context: Pencil,
  marks: readonly Mark[],
  scales: BoundaryScales,
  tint: Tint,
  theme: Theme,
): void {
  const height = (mark: Mark): number => (mark.role === "left_out" ? 0 : mark.wrong ? 2 : 1);
  for (const mark of [...marks].sort((a, b) => height(a) - height(b))) drawStudent(context, mark, scales, tint, theme);
}

export function drawStudent(context: Pencil, mark: Mark, scales: BoundaryScales, tint: Tint, theme: Theme): void {
  const x = scales.x.pxFromScore(mark.x);
  const y = scales.y.pxFromScore(mark.y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  context.save();
  context.lineJoin = "round";
  if (mark.role === "left_out") context.globalAlpha = 0.35;
  if (mark.classIndex < 0 && !Number.isFinite(mark.value)) drawUnlabelled(context, mark, x, y, theme);
  else drawLabelled(context, mark, x, y, tint, theme);
  if (mark.role === "held_out") ring(context, x, y, RADIUS + RING, 1, theme.ink, [2.5, 2]);
  if (mark.wrong) ring(context, x, y, RADIUS + RING + (mark.role === "held_out" ? 3 : 0), 1.75, theme.ink, []);
  context.restore();
}

function drawLabelled(context: Pencil, mark: Mark, x: number, y: number, tint: Tint, theme: Theme): void {
  const numeric = mark.classIndex < 0;
  context.beginPath();
  traceShape(context, Math.max(0, mark.classIndex), x, y, RADIUS);
  // The paper-coloured rim parts a mark from a background of its own colour.
  context.strokeStyle = theme.paper;
  context.lineWidth = 3.5;
  context.stroke();
  context.fillStyle = numeric ? cssFromRgb(tintOf(tint, mark.value)) : classColor(theme, mark.classIndex);
  context.fill();
  context.strokeStyle = theme.ink;
  context.lineWidth = numeric ? 1.25 : 0.75;
  context.stroke();
}

/** Hollow, with a question mark, in the shape and colour of what the machine makes of the student. */
function drawUnlabelled(context: Pencil, mark: Mark, x: number, y: number, theme: Theme): void {
  const known = mark.predictedClass >= 0;
  context.beginPath();
  traceShape(context, known ? mark.predictedClass : 0, x, y, RADIUS + 1.5);
  context.fillStyle = theme.paper;
  context.fill();
  context.strokeStyle = known ? classColor(theme, mark.predictedClass) : theme.ink;
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = theme.ink;
  context.font = `600 9px ${theme.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText("?", x, y + 0.5);
}

function ring(
  context: Pencil,
  x: number,
  y: number,
  radius: number,
  width: number,
  color: string,
  dash: number[],
): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

/** The colour of a number target, the one its background has where the machine says just that number. */
export function tintOf({ range, low, middle, high }: Tint, value: number): Rgb {
  if (!Number.isFinite(value) || range[0] === range[1]) return middle;
  const share = (value - range[0]) / (range[1] - range[0]);
  return share < 0.5 ? mixedRgb(low, middle, share * 2) : mixedRgb(middle, high, share * 2 - 1);
}
