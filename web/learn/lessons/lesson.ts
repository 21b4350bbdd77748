/** The types of a lesson file. docs/lessons.md explains every field to teachers. */
import type { Diagnosis, Preset } from "../../engine/engine";
import type { PictureName } from "../../pictures";
import type { TargetName } from "./targets";

/** A text in both languages. Explanations may contain readings in braces, such as `{loss}`. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface Lesson {
  readonly title: Said;
  readonly start: Start;
  readonly steps: readonly Step[];
}

/** The experiment that a lesson or step begins with: the example of a case, with changes. */
export interface Start {
  readonly preset: Preset;
  /** The lines of a CSV file, which replaces the example's table. */
  readonly csv: readonly string[] | null;
  /** The fields that differ from the example. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Updates a second; null = the case's own. */
  readonly speed: number | null;
}

/** A step: a question, a task, and a goal that the page checks. */
export interface Step {
  /** Null: the step continues from the previous one. */
  readonly start: Start | null;
  /** The pictures that are on the stage when the step opens, one or two; empty: they stay as they are. */
  readonly stage: readonly PictureName[];
  readonly predict: Question | null;
  readonly run: { readonly text: Said; readonly at: readonly TargetName[] };
  readonly goal: { readonly text: Said; readonly when: Goal };
  readonly explain: Said;
}

export interface Question {
  readonly question: Said;
  readonly choices: readonly Said[];
  /** The index of the right choice. */
  readonly answer: number;
}

/** An open interval. A missing number is in no interval. */
export interface Range {
  readonly above?: number;
  readonly below?: number;
}

/** The numbers of a frame that a goal can refer to. */
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

/** The conditions that must hold at the same time; anything not named is unconstrained. */
export interface Goal {
  readonly numbers: Readonly<Partial<Record<NumberName, Range>>>;
  readonly status: Diagnosis["kind"] | null;
  readonly weights: WeightsGoal | null;
  /** Required predictions by the student's name: a class or an interval. */
  readonly predicted: Readonly<Record<string, string | Range>>;
  /** Required values of the experiment by path, such as `model.hidden.length`. */
  readonly experiment: Readonly<Record<string, Plain | Range>>;
  /** Paths whose values must differ from those at the beginning of the step. */
  readonly chosen: readonly string[];
}

/** The first unit's weights: all of them near given values, or at least one far from them. */
export type WeightsGoal =
  | { readonly near: readonly number[]; readonly within: number }
  | { readonly far: readonly number[]; readonly by: number };
