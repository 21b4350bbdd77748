/** What one browser's run leaves for the report. */
import type { Measured, Row } from "./page";

export interface Figures {
  /** Name and version. */
  readonly browser: string;
  /** The names, ours first. */
  readonly peers: readonly string[];
  readonly rows: ({
    readonly workload: string;
    /** Our rate as a part of the other build's, one figure a browser; empty without one. */
    readonly beside: number[];
  } & Row)[];
  /** Updates of all runs a second; ours first. */
  readonly sweeps: { readonly workload: string; readonly measured: Measured[] }[];
  /** Milliseconds to the first step, one figure a page. */
  readonly start: { readonly sanhao: number[]; readonly tensorflow: number[] };
}

/** The names of our two builds among the peers. */
export const OURS = "Sanhao";
export const OTHER = "other build";

/** Our rate as a part of a peer's, round by round. */
export function ratios(ours: Measured, theirs: Measured): number[] {
  return ours.rates.map((rate, i) => rate / (theirs.rates[i] ?? Number.NaN));
}

export function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}
