/** Decides whether a goal is reached. */
import type { Diagnosis, Experiment, Frame } from "../../engine/engine";
import { predictionFor } from "../../engine/prediction";
import { sameQuestion } from "../../state/cases";
import { type Goal, NUMBER_NAMES, type Plain, type Range, type WeightsGoal } from "./lesson";

export interface Attempt {
  readonly experiment: Experiment;
  readonly frame: Frame;
  readonly diagnosis: Diagnosis;
  /** Whether the learning rate has changed since the start of the run. */
  readonly rateChanged: boolean;
  /** The experiment at the beginning of the step. */
  readonly begun: Experiment;
}

/** No goal is reached on a table other than the lesson's, since the numbers would mean something else. */
export function isReached(goal: Goal, { experiment, frame, diagnosis, rateChanged, begun }: Attempt): boolean {
  return (
    sameQuestion(experiment.table, begun.table) &&
    NUMBER_NAMES.every((name) => {
      const range = goal.numbers[name];
      return range === undefined || isIn(frame[name], range);
    }) &&
    (goal.status === null || diagnosis.kind === goal.status) &&
    (goal.weights === null || weightsFit(goal.weights, frame)) &&
    Object.entries(goal.predicted).every(([name, wanted]) => isPredicted(name, wanted, experiment, frame)) &&
    Object.entries(goal.experiment).every(([path, wanted]) => fits(valueAt(experiment, path), wanted)) &&
    goal.chosen.every((path) => !same(valueAt(experiment, path), valueAt(begun, path))) &&
    // A run with two learning rates shows the effect of neither.
    !(rateChanged && goal.chosen.includes("training.learning_rate"))
  );
}

/** NaN is in no interval. */
function isIn(value: number, { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Range): boolean {
  return value > above && value < below;
}

function weightsFit(goal: WeightsGoal, { layers }: Frame): boolean {
  const weights = layers[0]?.weights;
  if (weights === undefined) return false;
  const distances = ("near" in goal ? goal.near : goal.far).map((weight, i) =>
    Math.abs((weights[i] ?? Number.NaN) - weight),
  );
  return "near" in goal
    ? distances.every((distance) => distance <= goal.within)
    : distances.some((distance) => distance >= goal.by);
}

function isPredicted(name: string, wanted: string | Range, experiment: Experiment, frame: Frame): boolean {
  const row = experiment.table.students.findIndex((student) => student.name === name);
  if (row < 0) return false;
  if (typeof wanted === "string") {
    const prediction = predictionFor(experiment, frame, row);
    return prediction.kind === "class" && prediction.name === wanted;
  }
  return isIn(frame.predictions[row * frame.outputs] ?? Number.NaN, wanted);
}

function fits(value: unknown, wanted: Plain | Range): boolean {
  if (typeof wanted !== "object") return value === wanted;
  return typeof value === "number" && isIn(value, wanted);
}

/** The value at a path such as `model.hidden.0.units`; undefined if there is none. */
export function valueAt(experiment: Experiment, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    const found = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return found ? Reflect.get(value, name) : undefined;
  }, experiment);
}

function same(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other);
}
