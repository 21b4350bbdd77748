/** A lesson as its file says it: docs/lessons.md explains every field to teachers. */
import type { Diagnosis, Preset } from "../../engine/engine";
import type { TargetName } from "./targets";

/** A text in both languages. Explanations may hold readings in braces, such as `{loss}`. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface Lesson {
  readonly title: Said;
  readonly start: Start;
  readonly steps: readonly Step[];
}

/** The experiment that a lesson or a step begins with: an example of the four cases, changed. */
export interface Start {
  readonly preset: Preset;
  /** The lines of a CSV file, in the place of the example's table. */
  readonly csv: readonly string[] | null;
  /** What is different from the example, field by field. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Updates a second; null = the case's own. */
  readonly speed: number | null;
}

/** Predict, run, and a goal that the page checks. */
export interface Step {
  /** null: it goes on from the step before. */
  readonly start: Start | null;
  readonly predict: Question | null;
  readonly run: { readonly text: Said; readonly at: readonly TargetName[] };
  readonly goal: { readonly text: Said; readonly when: Goal };
  readonly explain: Said;
}

export interface Question {
  readonly question: Said;
  readonly choices: readonly Said[];
  /** The choice that the run shows to be so, from 0. */
  readonly answer: number;
}

/** Both ends are open; what has no number is in no range. */
export interface Range {
  readonly above?: number;
  readonly below?: number;
}

/** Numbers of a frame that a goal can ask for. */
export const NUMBER_NAMES = [
  "loss",
  "heldOutLoss",
  "accuracy",
  "heldOutAccuracy",
  "threshold",
  "updates",
  "epoch",
] as const;
export type NumberName = (typeof NUMBER_NAMES)[number];

export type Plain = string | number | boolean;

/** Everything that must hold at one moment; what is not named may be as it likes. */
export interface Goal {
  readonly numbers: Readonly<Partial<Record<NumberName, Range>>>;
  readonly status: Diagnosis["kind"] | null;
  readonly weights: WeightsGoal | null;
  /** What the machine says of a student, by the student's name: a class or a number. */
  readonly predicted: Readonly<Record<string, string | Range>>;
  /** Values of the experiment, by their path such as `model.hidden.length`. */
  readonly experiment: Readonly<Record<string, Plain | Range>>;
  /** Paths whose values the learner has chosen: they are no longer those that the step began with. */
  readonly chosen: readonly string[];
}

/** The first unit's weights: all of them near to some, or at least one of them far away. */
export type WeightsGoal =
  | { readonly near: readonly number[]; readonly within: number }
  | { readonly far: readonly number[]; readonly by: number };
