/** The path of descent on a plane, out of the parameters that were kept after each epoch. */
import type { Place } from "./project";

/** `trace`: a row of `count` parameters a kept epoch. The present point ends the path. */
export function pathOf(trace: ArrayLike<number>, count: number, a: number, b: number, present: Place): Place[] {
  const path: Place[] = [];
  for (let row = 0; count > 0 && row + count <= trace.length; row += count) {
    path.push([trace[row + a] ?? Number.NaN, trace[row + b] ?? Number.NaN]);
  }
  path.push(present);
  return path;
}
