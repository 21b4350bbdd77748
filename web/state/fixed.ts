/**
 * What whoever made a link has fixed: which settings are locked, and what alone is shown. A courtesy to the class, no security:
 * the same page opened by its own address has everything.
 */
import type { Experiment } from "../engine/engine";
import type { Language } from "./language";

/** The parts that can be locked: the choice of cases, the table, and settings by their paths in the experiment. */
export const LOCKS = [
  "cases",
  "table",
  "scaling",
  "model.hidden",
  "model.output",
  "model.bias",
  "model.weights",
  "model.initial",
  "training.loss",
  "training.optimizer",
  "training.learning_rate",
  "training.schedule",
  "training.batch_size",
  "training.shuffle",
  "training.l1",
  "training.l2",
  "training.test_fraction",
  "training.seed",
] as const;
export type Lock = (typeof LOCKS)[number];

/** The parts of the page around the stage that can be left out. */
export const PANELS = ["data", "rate", "model", "lessons", "strip", "loss"] as const;
export type PanelName = (typeof PANELS)[number];

export interface Fixed {
  readonly locked: readonly Lock[];
  /** The panels, pictures and lessons' files that alone are shown; null = all. */
  readonly panels: readonly PanelName[] | null;
  readonly pictures: readonly string[] | null;
  readonly lessons: readonly string[] | null;
  /** Whether a secret rule stays secret. */
  readonly secret: boolean;
  /** The language in which the page opens; null = the person's own. */
  readonly language: Language | null;
}

export const NOTHING_FIXED: Fixed = {
  locked: [],
  panels: null,
  pictures: null,
  lessons: null,
  secret: false,
  language: null,
};

/** Whether a panel is shown. */
export function isShown({ panels }: Fixed, panel: PanelName): boolean {
  return panels?.includes(panel) ?? true;
}

/** The lock on a setting, or on the setting that it is a part of. */
export function lockOn({ locked }: Fixed, at: string): Lock | null {
  return locked.find((lock) => at === lock || at.startsWith(`${lock}.`) || at.startsWith(`${lock}[`)) ?? null;
}

/** A lock on something in which two experiments differ. */
export function lockBetween({ locked }: Fixed, before: Experiment, after: Experiment): Lock | null {
  return locked.find((lock) => !isAlike(valueAt(before, lock), valueAt(after, lock))) ?? null;
}

function valueAt(experiment: Experiment, path: Lock): unknown {
  return path.split(".").reduce<unknown>((value, name) => Reflect.get(Object(value), name), experiment);
}

function isAlike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
