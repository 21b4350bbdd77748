/** What the picture of learning rates shows of a sweep. */
import { lossRange } from "../loss/loss";
import { lossesAt, type Swept } from "../runs/sweeping.svelte";
import type { Frame2d } from "../shared/axes";
import type { ChartScales } from "../shared/line-drawing";
import { logScale, type Range } from "../shared/scale";

/** The losses of every run after the same number of steps. */
export interface Row {
  readonly steps: number;
  readonly rates: Float64Array;
  /** NaN for a run that has diverged. */
  readonly losses: Float64Array;
}

/** The row of the point number `at`. */
export function rowOf(swept: Swept, at: number): Row {
  return { steps: swept.points[at] ?? 0, rates: ratesOf(swept), losses: lossesAt(swept, at) };
}

function ratesOf({ values: [rates] }: Swept): Float64Array {
  return rates ?? new Float64Array();
}

/** The run with the lowest loss; null where every run has diverged. */
export function bestOf(losses: ArrayLike<number>): number | null {
  let best: number | null = null;
  for (let run = 0; run < losses.length; run += 1) {
    const loss = losses[run] ?? Number.NaN;
    if (!Number.isNaN(loss) && (best === null || loss < (losses[best] ?? Number.NaN))) best = run;
  }
  return best;
}

/** The runs without a loss. */
export function divergedOf({ losses }: Row): number[] {
  return [...losses.keys()].filter((run) => Number.isNaN(losses[run]));
}

/** Tenfold the loss at the start is far up the cliff; a millionth of it is as good as nothing. */
const [ABOVE, BELOW] = [10, 1e-6];

/** What the vertical axis reaches over, whatever row is shown: the rows move and the axis stands. */
export function lossDomain({ losses, runs }: Swept): Range {
  const start = losses.slice(0, runs).find((loss) => loss > 0) ?? 1;
  let low = start;
  for (const loss of losses) if (loss > 0 && loss < low) low = loss;
  return lossRange([Math.max(low, start * BELOW), start * ABOVE], true);
}

export function scalesOf(swept: Swept, box: Frame2d): ChartScales {
  const rates = ratesOf(swept);
  return {
    x: logScale([rates[0] ?? 1, rates.at(-1) ?? 10], [box.left, box.right]),
    y: logScale(lossDomain(swept), [box.bottom, box.top]),
  };
}

/** The run whose rate is nearest to a pixel. */
export function runNearest({ rates }: Row, { x }: ChartScales, px: number): number {
  let nearest = 0;
  const distance = (run: number): number => Math.abs(x.pxFromScore(rates[run] ?? Number.NaN) - px);
  rates.forEach((_, run) => {
    if (distance(run) < distance(nearest)) nearest = run;
  });
  return nearest;
}
