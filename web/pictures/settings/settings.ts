/** The loss, or the accuracy, over the learning rate and a second setting. */
import { withTraining } from "../../edits/edit-model";
import type { Experiment } from "../../engine/engine";
import type { Axis } from "../../engine/sweep";
import { partedStudents, sizeOf, withSize } from "../runs/size";
import { lossesAt, type Swept } from "../runs/sweeping.svelte";
import type { Frame2d } from "../shared/axes";
import { linearScale, logScale, type Range } from "../shared/scale";
import { lossRange } from "../surface/levels";

/** What varies from bottom to top. */
export const SECONDS = ["steps", "batch_size", "units", "l2"] as const;
export type Second = (typeof SECONDS)[number];

/** What the colours say. */
export type Quantity = "loss" | "heldOut" | "accuracy";

const UNITS = [1, 2, 3, 4, 6, 8, 12, 16];
const L2 = [0, 0.0001, 0.001, 0.01, 0.1, 1];

/** The sizes of batches: doubled up to all students who train. */
function batchesOf(experiment: Experiment): number[] {
  const all = partedStudents(experiment).trained;
  const sizes = [1, 2, 4, 8, 16, 32, 64, 128].filter((size) => size < all);
  return [...sizes, all];
}

/** The second axis of the sweep; null where the steps are it, which every run has. */
export function secondAxis(
  experiment: Experiment,
  second: Second,
): Extract<Axis, { kind: "units" | "l2" | "batch_size" }> | null {
  if (second === "units") return { kind: "units", sizes: UNITS };
  if (second === "l2") return { kind: "l2", factors: L2 };
  return second === "batch_size" ? { kind: "batch_size", sizes: batchesOf(experiment) } : null;
}

/** The experiment with both settings taken; of the steps there is nothing to take. */
export function withSettings(experiment: Experiment, learning_rate: number, second: Second, value: number): Experiment {
  const next = withTraining(experiment, { learning_rate });
  if (second === "units") return withSize(next, "units", value);
  if (second === "l2") return withTraining(next, { l2: value });
  return second === "batch_size" ? withTraining(next, { batch_size: value }) : next;
}

/** Where the experiment stands from bottom to top; null where it stands nowhere. */
export function secondOf(experiment: Experiment, second: Second, updates: number): number | null {
  const { batch_size, l2 } = experiment.training;
  if (second === "units") return sizeOf(experiment, "units");
  if (second === "l2") return l2;
  return second === "steps" ? updates : (batch_size ?? batchesOf(experiment).at(-1) ?? null);
}

/** A colour for each pair of values. */
export interface SettingsMap {
  readonly rates: Float64Array;
  /** From bottom to top. */
  readonly values: readonly number[];
  /** Row by row, the lowest first; NaN for a run that has diverged. */
  readonly cells: Float64Array;
}

/** Of the steps two an octave: rows of one height. */
function stepRows(points: Float64Array): number[] {
  return [...points.keys()].filter((at) => {
    const steps = points[at] ?? 0;
    return steps > 0 && (Number.isInteger(Math.log2(steps)) || Number.isInteger(Math.log2(steps / 3)));
  });
}

/**
 * After the steps of the point number `at`, which the steps have no choice of; `accuracies` are of each run at the end. Empty
 * until all have been trained: a map in the making would flicker.
 */
export function mapOf(
  swept: Swept,
  second: Second,
  quantity: Quantity,
  accuracies: Float64Array,
  at = swept.points.length - 1,
): SettingsMap {
  const [rates = new Float64Array(), seconds = new Float64Array()] = swept.values;
  if (!swept.finished) return { rates, values: [], cells: new Float64Array() };
  if (second !== "steps") {
    const losses = lossesAt(swept, at, quantity === "heldOut");
    const cells =
      quantity === "accuracy"
        ? accuracies.map((share, run) => (Number.isNaN(losses[run]) ? Number.NaN : share))
        : losses;
    return { rates, values: [...seconds], cells };
  }
  const rows = stepRows(swept.points);
  const cells = new Float64Array(rows.length * rates.length);
  for (const [row, point] of rows.entries())
    cells.set(lossesAt(swept, point, quantity === "heldOut"), row * rates.length);
  return { rates, values: rows.map((point) => swept.points[point] ?? 0), cells };
}

/** The losses that the colours reach over, whatever steps are shown: from those of the start down. What is worse has their colour. */
export function colorRange(swept: Swept, quantity: Quantity): Range {
  const rows = [...swept.points.keys()].map((at) => lossesAt(swept, at, quantity === "heldOut"));
  const start = (rows[0] ?? new Float64Array()).filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0);
  return lossRange(rows.flatMap((row) => Array.from(row, (loss) => Math.min(loss, start))));
}

/** The cell with the lowest loss or the highest accuracy; null where all have diverged. */
export function bestOf({ cells }: SettingsMap, quantity: Quantity): number | null {
  const sign = quantity === "accuracy" ? -1 : 1;
  let best: number | null = null;
  cells.forEach((value, cell) => {
    if (!Number.isNaN(value) && (best === null || sign * value < sign * (cells[best] ?? Number.NaN))) best = cell;
  });
  return best;
}

/** The row of a value, or the one nearest to it: between two rows on a scale of powers. */
export function rowOf({ values }: SettingsMap, value: number): number | null {
  if (values.length === 0) return null;
  const exact = values.indexOf(value);
  if (exact >= 0) return exact;
  const height = (of: number): number => Math.log(Math.max(of, Number.MIN_VALUE));
  let nearest = 0;
  values.forEach((other, row) => {
    const distance = (of: number): number => Math.abs(height(of) - height(value));
    if (distance(other) < distance(values[nearest] ?? 0)) nearest = row;
  });
  return nearest;
}

/** Where rates and rows lie in a box: every cell has its middle there. */
export function scalesOf({ rates, values }: SettingsMap, box: Frame2d) {
  const [low, high] = [rates[0] ?? 1, rates.at(-1) ?? 10];
  const half = (high / low) ** (0.5 / Math.max(1, rates.length - 1));
  const across: Range = [low / half, high * half];
  return {
    x: logScale(across, [box.left, box.right]),
    y: linearScale([-0.5, Math.max(1, values.length) - 0.5], [box.bottom, box.top]),
  };
}

/** The cell under a pixel; null while there are none. */
export function cellAt(map: SettingsMap, box: Frame2d, [px, py]: readonly [number, number]): number | null {
  if (map.cells.length === 0) return null;
  const inside = (share: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  const column = inside((px - box.left) / (box.right - box.left), map.rates.length);
  const row = inside((box.bottom - py) / (box.bottom - box.top), map.values.length);
  return row * map.rates.length + column;
}
