/** Traces polygons. */
import type { Pencil } from "./axes";

/** Begins a closed path through the corners, in pixels. */
export function tracePolygon(context: Pencil, corners: readonly (readonly [x: number, y: number])[]): void {
  context.beginPath();
  corners.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
}
