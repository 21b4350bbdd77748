/** Draws the students in the triangle of three probabilities. */
import type { Frame } from "../../engine/engine";
import type { Pencil } from "../shared/axes";
import type { Mark } from "../shared/marks";
import { tracePolygon } from "../shared/polygon";
import { linearScale } from "../shared/scale";
import { drawStudents, type Tint } from "../shared/students";
import { classColor, type Theme } from "../shared/theme";
import { placeOf, regionOf, type Triangle } from "./simplex";

/** How much of its class's colour a region shows: students of the class stand out from it. */
const REGION = 0.2;
const CORNERS = [0, 1, 2] as const;
/** A mark's place is in pixels already. */
const PIXELS = linearScale([0, 1], [0, 1]);
/** Targets here are classes: no number is coloured. */
const NO_TINT: Tint = { range: [0, 1], low: [0, 0, 0], middle: [0, 0, 0], high: [0, 0, 0] };

/** The students at the places that their probabilities give; who has none is not there. */
export function placedMarks(marks: readonly Mark[], frame: Frame, triangle: Triangle): Mark[] {
  return marks.flatMap((mark) => {
    const [first, second, third] = frame.predictions.subarray(mark.student * 3, mark.student * 3 + 3);
    const [x, y] = placeOf(triangle, [first ?? Number.NaN, second ?? Number.NaN, third ?? Number.NaN]);
    return Number.isFinite(x) && Number.isFinite(y) ? [{ ...mark, x, y }] : [];
  });
}

export function drawRegions(context: Pencil, triangle: Triangle, theme: Theme): void {
  context.save();
  context.lineWidth = 1;
  context.strokeStyle = theme.hairline;
  for (const corner of CORNERS) {
    tracePolygon(context, regionOf(triangle, corner));
    context.fillStyle = classColor(theme, corner);
    context.globalAlpha = REGION;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
  tracePolygon(context, triangle);
  context.strokeStyle = theme.muted;
  context.stroke();
  context.restore();
}

export function drawPlaced(context: Pencil, placed: readonly Mark[], theme: Theme, small = false): void {
  drawStudents(context, placed, { x: PIXELS, y: PIXELS, lanes: null }, NO_TINT, theme, small);
}
