/** What one browser's run leaves for the report. */
import type { Measured, Row } from "./page";

export interface Figures {
  /** Name and version. */
  readonly browser: string;
  /** The names, ours first. */
  readonly peers: readonly string[];
  readonly rows: ({ readonly workload: string } & Row)[];
  /** Updates of all runs a second; ours first. */
  readonly sweeps: { readonly workload: string; readonly measured: Measured[] }[];
  /** Milliseconds to the first step, one figure a page. */
  readonly start: { readonly sanhao: number[]; readonly tensorflow: number[] };
}

export function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}
