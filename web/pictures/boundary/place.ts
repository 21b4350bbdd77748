/** From a point of the picture to scores: on whole steps, inside the axes. */
import type { Place } from "../../edits/edit-place";
import type { AxesScales, Frame2d } from "../shared/axes";
import { sliderStep } from "../shared/marks";
import type { Range, Scale } from "../shared/scale";

export type Point = readonly [x: number, y: number];

/** Everything about the picture that turns a point into scores. */
export interface Geometry {
  readonly box: Frame2d;
  readonly scales: AxesScales;
}

/** The step that scores move by: whole points where the range allows it, a tenth of that on request. */
export function stepOf(range: Range, fine: boolean): number {
  return sliderStep(range) / (fine ? 10 : 1);
}

/** The multiple of `step` nearest to a score, of those inside the range. */
export function snapped(score: number, step: number, [low, high]: Range): number {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const steps = Math.min(last, Math.max(first, Math.round(score / step)));
  // Rounds away the floating-point error (0.1 × 3 is 0.30000000000000004), and turns −0 into 0.
  return Number((steps * step).toPrecision(12)) + 0;
}

/** The scores at a point; outside the picture, those of the nearest point inside. */
export function placeAt([x, y]: Point, { scales }: Geometry, fine: boolean): Place {
  return { x: scoreAt(x, scales.x, fine), y: scales.lanes ? laneAt(y, scales) : scoreAt(y, scales.y, fine) };
}

function scoreAt(px: number, scale: Scale, fine: boolean): number {
  return snapped(scale.scoreFromPx(px), stepOf(scale.domain, fine), scale.domain);
}

function laneAt(px: number, { y, lanes }: AxesScales): number {
  return snapped(y.scoreFromPx(px), 1, [0, (lanes?.length ?? 1) - 1]);
}

/** A place one step further; the axes make room for it when it leaves them. */
export function placeBeside({ x, y }: Place, [right, up]: Point, { scales }: Geometry, fine: boolean): Place {
  const step = stepOf(scales.x.domain, fine);
  const rise = scales.lanes ? 1 : stepOf(scales.y.domain, fine);
  const highest = scales.lanes ? scales.lanes.length - 1 : Number.POSITIVE_INFINITY;
  const dustless = (score: number): number => Number(score.toPrecision(12)) + 0;
  const beside = dustless(y + up * rise);
  return { x: dustless(x + right * step), y: scales.lanes ? Math.min(highest, Math.max(0, beside)) : beside };
}

export function isInside([x, y]: Point, { left, top, right, bottom }: Frame2d): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
