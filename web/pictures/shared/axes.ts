/** Axes: the frame of a picture, its ticks and their labels. */
import { linearTicks, type Scale, tickLabel } from "./scale";
import type { Theme } from "./theme";

/** The part of a canvas context that the drawing functions use. */
export type Pencil = Pick<
  CanvasRenderingContext2D,
  | "moveTo"
  | "lineTo"
  | "arc"
  | "rect"
  | "clip"
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

/** The plotting area on a canvas, in pixels. */
export interface Frame2d {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The two scales of a picture. */
export interface AxesScales {
  readonly x: Scale;
  readonly y: Scale;
  /** Tick labels of the vertical axis where it holds lanes and not scores. */
  readonly lanes: readonly string[] | null;
}

const TICK_LENGTH = 4;

/** The size of the axes' text in pixels. */
export function tickSize({ textScale }: Theme): number {
  return 11 * textScale;
}

export function tickFont(theme: Theme): string {
  return fontOf(theme, 11);
}

/** A font of so many pixels where text has its usual size. */
export function fontOf({ font, textScale }: Theme, size: number): string {
  return `${size * textScale}px ${font}`;
}

/** The ticks that an axis has room for, one per `spacing` pixels of text of the usual size. */
export function axisTicks(scale: Scale, spacing: number, { textScale }: Theme): number[] {
  const length = Math.abs(scale.range[1] - scale.range[0]);
  return linearTicks(scale.domain, Math.max(2, Math.floor(length / (spacing + 22 * (textScale - 1)))));
}

/** Pixels over a vertical axis for the upper half of its highest label. */
export function axisOver({ textScale }: Theme): number {
  return Math.ceil(2.5 + 5.5 * textScale);
}

/** Pixels that the labels of a horizontal axis take, the tick included. */
export function axisHeight({ textScale }: Theme): number {
  return Math.ceil(7 + 15 * textScale);
}

/** Pixels beside a horizontal axis for the right half of its last label, of three digits. */
export function axisBeside({ textScale }: Theme): number {
  return Math.ceil(1 + 11 * textScale);
}

/** Pixels that the labels of a vertical axis take, the tick included. */
export function axisWidth(context: Pencil, theme: Theme, labels: readonly string[]): number {
  context.font = tickFont(theme);
  const widest = labels.reduce((width, label) => Math.max(width, context.measureText(label).width), 0);
  return Math.ceil(widest) + TICK_LENGTH + 4;
}

/** Pixels from one point to the next from which each has a line. */
const POINT = 12;

/** Lines at the ticks of scores, and in a large map finer ones at every point, as on squared paper. */
export function drawGrid(
  context: Pencil,
  { left, top, right, bottom }: Frame2d,
  scales: AxesScales,
  theme: Theme,
): void {
  const across = (score: number): void => {
    const x = sharp(scales.x.pxFromScore(score));
    context.moveTo(x, top);
    context.lineTo(x, bottom);
  };
  const up = (score: number): void => {
    const y = sharp(scales.y.pxFromScore(score));
    context.moveTo(left, y);
    context.lineTo(right, y);
  };
  context.save();
  context.strokeStyle = theme.ink;
  context.lineWidth = 1;
  for (const [alpha, xs, ys] of [
    [0.04, points(scales.x), points(scales.y)],
    [0.1, axisTicks(scales.x, 56, theme), axisTicks(scales.y, 44, theme)],
  ] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    xs.forEach(across);
    if (!scales.lanes) ys.forEach(up);
    context.stroke();
  }
  context.restore();
}

/** The whole scores of an axis, where they are far enough apart for lines. */
function points({ domain: [low, high], range: [from, to] }: Scale): number[] {
  if (Math.abs(to - from) < POINT * (high - low)) return [];
  const first = Math.ceil(low);
  return Array.from({ length: Math.max(0, Math.floor(high) - first + 1) }, (_, place) => first + place);
}

export function drawAxes(context: Pencil, box: Frame2d, scales: AxesScales, theme: Theme): void {
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
  for (const tick of axisTicks(scales.x, 56, theme)) {
    const x = sharp(scales.x.pxFromScore(tick));
    context.moveTo(x, box.bottom);
    context.lineTo(x, box.bottom + TICK_LENGTH);
    context.fillText(tickLabel(tick), x, box.bottom + TICK_LENGTH + 3);
  }
  context.textAlign = "right";
  context.textBaseline = "middle";
  const rows = scales.lanes?.map((_, index) => index) ?? axisTicks(scales.y, 44, theme);
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

/** The middle of a pixel, so that a line one pixel wide is not blurred over two. */
export function sharp(px: number): number {
  return Math.floor(px) + 0.5;
}
