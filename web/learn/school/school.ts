/** A school that keeps its rule secret, and a guess at it. */
import type { Experiment } from "../../engine/engine";
import type { ClassMaker } from "../../engine/lab";
import type { KnownRule, SecretRule } from "../../state/rule";

export type Kind = "total" | "award";

/** A learner's guess: a weight per subject, and the pass mark of an award. */
export interface Guess {
  readonly weights: readonly number[];
  readonly mark: number;
}

/** The first guess: equal weights. */
export function firstGuess(subjects: number): Guess {
  return { weights: Array.from({ length: subjects }, () => Number((1 / subjects).toFixed(2))), mark: 80 };
}

/** Random weights: multiples of 1/20 that sum to one, none of them zero. `random` returns numbers in [0, 1). */
export function randomWeights(subjects: number, random: () => number): number[] {
  const parts = Array.from({ length: subjects }, () => 1);
  for (let left = 20 - subjects; left > 0; left -= 1) {
    const at = Math.floor(random() * subjects);
    parts[at] = (parts[at] ?? 0) + 1;
  }
  return parts.map((part) => part / 20);
}

/** The class of a new school. */
export function classOf(kind: Kind, subjects: readonly string[], random: () => number): ClassMaker {
  const rule = { weights: randomWeights(subjects.length, random), threshold: kind === "award" ? 95 : null };
  return classBy(rule, subjects, kind === "total" ? 8 : 80, 1 + Math.floor(random() * 9999));
}

/** A class of unseen students by the same rule. */
export function unseenClass(rule: SecretRule, subjects: readonly string[], seed: number): ClassMaker {
  return classBy(rule, subjects, 200, seed);
}

function classBy(
  { weights, threshold }: SecretRule,
  subjects: readonly string[],
  students: number,
  seed: number,
): ClassMaker {
  return {
    students,
    subjects: [...subjects],
    scores: threshold === null ? { kind: "uniform", low: 60, high: 100 } : { kind: "article" },
    rule: {
      weights: [...weights],
      outcome: threshold === null ? { kind: "total", noise: 0 } : { kind: "award", threshold, noise: 0 },
    },
    seed,
  };
}

/** The parameters of a single layer that computes a guess; for an award z = w · x − mark. */
export function parametersOfGuess(
  { weights, mark }: Guess,
  { model }: Pick<Experiment, "model">,
  kind: Kind,
): number[] {
  if (!model.bias) return [...weights];
  return [...weights, kind === "award" ? -mark : 0];
}

/** Why the game cannot be played; null if it can. */
export type Obstacle = "noRule" | "hasLayers" | "noMark";

export function obstacleOf(
  { model }: Pick<Experiment, "model">,
  outputs: number,
  rule: KnownRule | null,
): Obstacle | null {
  if (rule === null) return "noRule";
  if (model.hidden.length > 0 || outputs !== 1) return "hasLayers";
  return rule.threshold !== null && !model.bias ? "noMark" : null;
}
