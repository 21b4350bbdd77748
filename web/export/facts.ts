/** What the exported files are written from. Every number is the core's. */
import type { Experiment, Frame, LayerNumbers, Role } from "../engine/engine";

export interface Facts {
  readonly experiment: Experiment;
  /** The run as the page shows it. */
  readonly frame: Frame;
  readonly roles: readonly Role[];
  /** What is taken off each subject's score, and what the rest is divided by. */
  readonly shifts: readonly number[];
  readonly scales: readonly number[];
  /** The parameters at the start and as the page shows them, as they are trained: for scaled scores, under a constraint the free ones. */
  readonly start: readonly LayerNumbers[];
  readonly trained: readonly LayerNumbers[];
  /** Students in a batch. */
  readonly batch: number;
  readonly epochs: number;
  /** Whether these epochs reach as far as the page's run. */
  readonly isWhole: boolean;
  readonly compared: Compared;
}

/** Where a script's loss is compared with the page's. */
export interface Compared {
  readonly startLoss: number;
  readonly updates: number;
  readonly loss: number;
  /** Whether that is the whole run of the scripts; else whether it would part ways later, or be long to repeat. */
  readonly why: "whole" | "early" | "long";
}
