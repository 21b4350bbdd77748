/** Losses over a domain as a grid. */
import type { Grid } from "./contours";
import { type Domain, placeInGrid } from "./field-drawing";

/** Takes away what lies beyond a sum of one: there is no such share. */
export function withinSum(grid: Grid, domain: Domain): Grid {
  const values = Float64Array.from(grid.values, (value, point) => {
    const [x, y] = placeInGrid(grid, domain, point % grid.columns, Math.floor(point / grid.columns));
    return x + y > 1 + 1e-9 ? Number.NaN : value;
  });
  return { ...grid, values };
}
