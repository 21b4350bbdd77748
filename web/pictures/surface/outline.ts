/** The edge of what can be seen of a plane. */
import type { Domain } from "./field-drawing";
import type { Place } from "./project";

/** The domain's rectangle; with `sumToOne` only the part of it where x + y is at most one. */
export function outlineOf({ x, y }: Domain, sumToOne: boolean): Place[] {
  const corners: Place[] = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  if (!sumToOne) return corners;
  const over = ([a, b]: Place): number => a + b - 1;
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [here, there] = [over(corner), over(next)];
    const kept: Place[] = here <= 0 ? [corner] : [];
    if (here * there >= 0) return kept;
    const part = here / (here - there);
    return [...kept, [corner[0] + part * (next[0] - corner[0]), corner[1] + part * (next[1] - corner[1])] as const];
  });
}
