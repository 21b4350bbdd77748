/** Draws the S-curve: the band in which it is neither 0 nor 1, the curve, the thresholds and the axis of z. */
import type { CurveNumbers } from "../../engine/lab";
import { type AxesScales, axisTicks, type Frame2d, type Pencil, sharp, tickFont, tickSize } from "../shared/axes";
import { drawLine } from "../shared/line-drawing";
import { linearScale, type Scale, tickLabel } from "../shared/scale";
import type { Theme } from "../shared/theme";

/** Shades the totals at which z lies between −5 and 5, as far as they are on the picture. */
export function drawBand(context: Pencil, box: Frame2d, x: Scale, { band }: CurveNumbers, theme: Theme): void {
  const [left, right] = band.map((total) => cut(x.pxFromScore(total), box));
  if (left === undefined || right === undefined || !(right > left)) return;
  context.save();
  context.globalAlpha = 0.12;
  context.fillStyle = theme.accent;
  context.beginPath();
  context.moveTo(left, box.top);
  context.lineTo(right, box.top);
  context.lineTo(right, box.bottom);
  context.lineTo(left, box.bottom);
  context.closePath();
  context.fill();
  context.restore();
}

/** The curve through values that are evenly spaced over the picture's width. */
export function drawSigmoid(context: Pencil, box: Frame2d, y: Scale, values: ArrayLike<number>, theme: Theme): void {
  const x = linearScale([0, values.length - 1], [box.left, box.right]);
  const xs = Array.from(values, (_, index) => index);
  drawLine(context, { x, y }, xs, values, { color: theme.ink, width: 2, dash: [] });
}

/** A threshold of its own name over the picture: the learned one, or dotted the school's. Off the picture its name points to it. */
export function drawThreshold(
  context: Pencil,
  box: Frame2d,
  { x }: AxesScales,
  total: number,
  { label, school }: { label: string; school: boolean },
  theme: Theme,
): void {
  const px = x.pxFromScore(total);
  const color = school ? theme.muted : theme.accent;
  context.save();
  context.font = `${school ? "" : "600 "}${tickFont(theme)}`;
  context.fillStyle = color;
  context.textBaseline = "top";
  const off = px < box.left ? "left" : px > box.right ? "right" : null;
  const text = off === null ? label : off === "left" ? `← ${label}` : `${label} →`;
  const half = context.measureText(text).width / 2;
  const middle = Math.min(box.right - half, Math.max(box.left + half, px));
  context.textAlign = "center";
  context.fillText(text, middle, box.top - (school ? 3 : 2) * (tickSize(theme) + 5));
  if (off === null) {
    context.strokeStyle = color;
    context.lineWidth = school ? 1.5 : 2;
    context.setLineDash(school ? [2, 4] : []);
    context.beginPath();
    context.moveTo(sharp(px), box.top);
    context.lineTo(sharp(px), box.bottom);
    context.stroke();
  }
  context.restore();
}

/** The second axis, along the top: z. */
export function drawLogitAxis(context: Pencil, box: Frame2d, logits: Scale, theme: Theme): void {
  context.save();
  context.font = tickFont(theme);
  context.fillStyle = theme.muted;
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.textBaseline = "bottom";
  context.textAlign = "center";
  context.beginPath();
  for (const tick of axisTicks(logits, 56, theme)) {
    const px = sharp(logits.pxFromScore(tick));
    context.moveTo(px, box.top - 4);
    context.lineTo(px, box.top);
    context.fillText(tickLabel(tick), px, box.top - 5);
  }
  context.stroke();
  context.textAlign = "right";
  context.fillText("z", box.left - 7, box.top - 5);
  context.restore();
}

function cut(px: number, { left, right }: Frame2d): number {
  return Math.min(right, Math.max(left, px));
}
