/** The rows of the weights' table: what a network without hidden layers has learned, in raw score units. */
import type { Experiment, Frame } from "../../engine/engine";
import { formatFixed, formatNumber } from "../../ui/format";
import { niceCeil } from "../shared/scale";

export interface WeightGroup {
  /** The output's class; −1 where the one output has no class of its own. */
  readonly classIndex: number;
  readonly weights: readonly number[];
  /** NaN in a model without bias. */
  readonly bias: number;
}

export function weightGroups(frame: Frame): WeightGroup[] {
  const output = frame.layers.at(-1);
  if (output === undefined) return [];
  return Array.from({ length: output.units }, (_, unit) => ({
    classIndex: output.units > 1 ? unit : -1,
    weights: Array.from(output.weights.subarray(unit * output.inputs, (unit + 1) * output.inputs)),
    bias: output.biases[unit] ?? Number.NaN,
  }));
}

/**
 * The weight at the end of a bar: a round number that all weights stay below, and not less than half of what turns
 * a score into a target, lest the bars of the first updates fill the whole width and then shrink.
 */
export function barLimit(
  groups: readonly Pick<WeightGroup, "weights">[],
  experiment: Experiment,
  ghosts: readonly number[] = [],
): number {
  let largest = naturalWeight(experiment) / 2;
  for (const { weights } of [...groups, { weights: ghosts }]) {
    for (const weight of weights) if (Number.isFinite(weight)) largest = Math.max(largest, Math.abs(weight));
  }
  return niceCeil(largest);
}

/** The bias at the end of its bar, which has a scale of its own: about what moves a threshold through all scores. */
export function biasLimit(groups: readonly WeightGroup[], { table }: Experiment): number {
  let score = 0;
  for (const student of table.students) {
    for (const value of student.scores) score = Math.max(score, Math.abs(value ?? 0));
  }
  let largest = 0;
  for (const { weights, bias } of groups) {
    const sum = weights.reduce((total, weight) => total + Math.abs(weight), 0);
    for (const value of [bias, score * sum]) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  }
  return niceCeil(Math.max(1, largest));
}

function naturalWeight({ table }: Experiment): number {
  let score = 0;
  let target = 0;
  for (const student of table.students) {
    for (const value of student.scores) score = Math.max(score, Math.abs(value ?? 0));
    if (typeof student.target === "number") target = Math.max(target, Math.abs(student.target));
  }
  return score > 0 && target > 0 && Number.isFinite(target / score) ? target / score : 1;
}

/** A bar from the middle of a track, in percent of the track's width. */
export function barOf(weight: number, limit: number): { left: number; width: number } {
  if (!Number.isFinite(weight) || !(limit > 0)) return { left: 50, width: 0 };
  const half = 50 * Math.min(1, Math.max(-1, weight / limit));
  return { left: Math.min(50, 50 + half), width: Math.abs(half) };
}

export type Sign = "negative" | "zero" | "positive";

export function signOf(value: number): Sign {
  if (value > 0) return "positive";
  return value < 0 ? "negative" : "zero";
}

/** Always five decimals, as the cases quote their weights; fewer for the large, powers of ten for the very small. */
export function formatWeight(weight: number): string {
  const size = Math.abs(weight);
  if (size > 0 && size < 1e-3) return formatNumber(weight, 3);
  return formatFixed(weight, size >= 100 ? 2 : size >= 10 ? 4 : 5);
}
