/** What the coach says of a run, in the run's own numbers. */
import type { Cause, Diagnosis, Experiment, Frame, Role } from "../../engine/engine";
import { fieldText, formatCount, formatLoss, formatNumber } from "../../ui/format";
import { countOf } from "./outcome";
import { areAlike, type Remedy } from "./remedies";
import { w } from "./words";

export interface Told {
  readonly experiment: Experiment;
  readonly diagnosis: Diagnosis;
  readonly frame: Frame;
  /** Whether the learning rate was changed after the last update. */
  readonly rateIsNew: boolean;
  /** The largest learning rate at which steps of all students at once do not swing; null where none is known. */
  readonly bound: number | null;
  /** What each student is in training. */
  readonly roles: readonly Role[];
  /** What helps, the likeliest first. */
  readonly remedies: readonly Remedy[];
}

export function sentencesOf(told: Told): string[] {
  const { diagnosis, frame, remedies } = told;
  const rate = fieldText(frame.baseRate);
  const over = told.bound !== null && frame.baseRate > told.bound ? formatNumber(told.bound, 2) : null;
  switch (diagnosis.kind) {
    case "diverged":
    case "worse": {
      const first = frame.history.losses[0] ?? Number.NaN;
      const grew = w.grew(formatCount(frame.updates), formatLoss(first), formatLoss(frame.loss));
      if (told.rateIsNew) return [grew];
      if (diagnosis.kind === "diverged" || frame.history.losses.every((loss) => loss <= frame.loss)) {
        return [grew, over === null ? w.tooLarge(rate) : w.overBound(rate, over)];
      }
      return [grew, swing(told, rate, over)];
    }
    case "swinging":
      return [swing(told, rate, over)];
    case "minimum":
      return [
        diagnosis.cause === null ? atRest(told, w.otherMinimum, w.notAllRight) : becauseOf(told, diagnosis.cause),
      ];
    case "stuck":
    case "same_for_all":
      return [becauseOf(told, diagnosis.cause)];
    case "slow":
      if (remedies[0] === "rate") return [w.shortSteps(rate)];
      return [diagnosis.cause === null ? atRest(told, w.hardly, w.hardlyRight) : becauseOf(told, diagnosis.cause)];
    default:
      return [];
  }
}

function swing(told: Told, rate: string, over: string | null): string {
  if (over !== null) return w.swingsOverBound(rate, over);
  return swingsByBatches(told) ? w.swingsByBatches(rate) : w.swings(rate);
}

/** Whether the loss swings below the bound because each step sees only some of the students that are trained on. */
function swingsByBatches({ experiment, bound, roles }: Told): boolean {
  const { batch_size: size } = experiment.training;
  return bound !== null && size !== null && size < roles.filter((role) => role === "training").length;
}

/** How many of the students who are trained on are right. */
function rightOf({ frame, roles }: Told): readonly [right: string, all: string] {
  return countOf(frame.accuracy, roles.filter((role) => role === "training").length);
}

/** What the model lacks; null where it is not known. */
function lack(told: Told): string | null {
  const { experiment, frame } = told;
  const [remedy] = told.remedies;
  if (areAlike(frame.layers)) return w.alike;
  if (remedy === "layer") return Number.isNaN(frame.accuracy) ? w.plane : w.straight(...rightOf(told));
  if (remedy === "activation") return w.identity;
  if (remedy === "standard") return experiment.model.hidden.length > 0 ? w.rawNetwork : w.stretched;
  return remedy === "linear" ? w.outOfReach : null;
}

function atRest(told: Told, numbers: string, classes: (right: string, all: string) => string): string {
  return lack(told) ?? (Number.isNaN(told.frame.accuracy) ? numbers : classes(...rightOf(told)));
}

function becauseOf(told: Told, cause: Cause): string {
  const { remedies, experiment } = told;
  if (remedies[0] === "linear") return w.outOfReach;
  switch (cause.kind) {
    case "flat":
      return w.flat(formatCount(cause.neurons), formatCount(cause.of));
    case "saturated":
      return w.saturated(formatCount(cause.students), formatCount(cause.of));
    case "cancelling":
      return remedies[0] === "layer" ? w.cancelling : (lack(told) ?? w.cancelling);
    case "twins":
      return w.twins(formatCount(cause.students));
    case "straight":
      return lack(told) ?? w.plane;
    case "ended":
      return w.ended(formatNumber(told.frame.learningRate, 2), fieldText(experiment.training.learning_rate));
    default:
      return w[cause.kind];
  }
}
