/** Draws students on a picture: shape and colour by class, rings for held out and for predicted wrong. */
import type { Rgb } from "../../engine/engine";
import { type AxesScales, fontOf, type Pencil } from "./axes";
import type { Mark } from "./marks";
import type { Range } from "./scale";
import { traceShape } from "./shapes";
import { classColor, cssFromRgb, mixedRgb, type Theme } from "./theme";

/** Colours of number targets: `low` → `paper` → `high` over `range`. */
export interface Tint {
  readonly range: Range;
  readonly low: Rgb;
  readonly middle: Rgb;
  readonly high: Rgb;
}

const RADIUS = 5.5;
const RING = 4;

/** The size of marks in a miniature. */
const SMALL = 0.55;

/** Draws left-out students first and wrongly predicted ones last, on top; `small` in a miniature. */
export function drawStudents(
  context: Pencil,
  marks: readonly Mark[],
  scales: AxesScales,
  tint: Tint,
  theme: Theme,
  small = false,
): void {
  const size = small ? SMALL : 1;
  const height = (mark: Mark): number => (mark.role === "left_out" ? 0 : mark.wrong ? 2 : 1);
  for (const mark of [...marks].sort((a, b) => height(a) - height(b)))
    drawStudent(context, mark, scales, tint, theme, size);
}

/** `size`: of the mark, 1 where it is drawn as large as usual. */
export function drawStudent(context: Pencil, mark: Mark, scales: AxesScales, tint: Tint, theme: Theme, size = 1): void {
  const x = scales.x.pxFromScore(mark.x);
  const y = scales.y.pxFromScore(mark.y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  context.save();
  context.lineJoin = "round";
  if (mark.role === "left_out") context.globalAlpha = 0.35;
  // As text, marks are larger in a large window and where the picture is projected.
  const large = size * theme.textScale;
  if (mark.classIndex < 0 && !Number.isFinite(mark.value))
    drawUnlabelled(context, mark, x, y, theme, large, size === 1);
  else drawLabelled(context, mark, x, y, tint, theme, large);
  if (mark.role === "held_out") ring(context, x, y, large * (RADIUS + RING), large, theme.ink, [2.5, 2]);
  if (mark.wrong)
    ring(context, x, y, large * (RADIUS + RING + (mark.role === "held_out" ? 3 : 0)), 1.75 * large, theme.ink, []);
  context.restore();
}

function drawLabelled(context: Pencil, mark: Mark, x: number, y: number, tint: Tint, theme: Theme, size: number): void {
  const numeric = mark.classIndex < 0;
  context.beginPath();
  traceShape(context, Math.max(0, mark.classIndex), x, y, size * RADIUS);
  // The paper-coloured rim separates a mark from a background of the same colour.
  context.strokeStyle = theme.paper;
  context.lineWidth = 3.5 * size;
  context.stroke();
  context.fillStyle = numeric ? cssFromRgb(tintOf(tint, mark.value)) : classColor(theme, mark.classIndex);
  context.fill();
  context.strokeStyle = theme.ink;
  context.lineWidth = (numeric ? 1.25 : 0.75) * size;
  context.stroke();
}

/** Hollow, with a question mark, in the shape and colour of the predicted class. */
function drawUnlabelled(
  context: Pencil,
  mark: Mark,
  x: number,
  y: number,
  theme: Theme,
  size: number,
  readable: boolean,
): void {
  const known = mark.predictedClass >= 0;
  context.beginPath();
  traceShape(context, known ? mark.predictedClass : 0, x, y, size * (RADIUS + 1.5));
  context.fillStyle = theme.paper;
  context.fill();
  context.strokeStyle = known ? classColor(theme, mark.predictedClass) : theme.ink;
  context.lineWidth = 1.5 * size;
  context.stroke();
  if (!readable) return;
  context.fillStyle = theme.ink;
  context.font = `600 ${fontOf(theme, 9)}`;
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

/** The colour of a numeric target: the background's colour where the prediction equals it. */
export function tintOf({ range, low, middle, high }: Tint, value: number): Rgb {
  if (!Number.isFinite(value) || range[0] === range[1]) return middle;
  const share = (value - range[0]) / (range[1] - range[0]);
  return share < 0.5 ? mixedRgb(low, middle, share * 2) : mixedRgb(middle, high, share * 2 - 1);
}
