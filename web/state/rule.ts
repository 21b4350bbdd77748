/** The school's secret rule behind a table, where it is known: a total by weights, and the mark from which it is an award. */
import type { Preset, Table } from "../engine/engine";

export interface SecretRule {
  /** One a subject. */
  readonly weights: readonly number[];
  /** The total from which there is an award; null where targets are the totals themselves. */
  readonly threshold: number | null;
}

export interface KnownRule extends SecretRule {
  /** Whether it is still to be found out. */
  readonly kept: boolean;
  /** Whether a person has set it; else it is the one of the case's example. */
  readonly made: boolean;
}

/** The article's weights of 德育, 智育 and 体育, by which the core's school (school.rs) makes the cases' examples. */
const ARTICLE = [0.6, 0.3, 0.1];

/** The rule behind each case's example; none where it is no total of weights. */
const EXAMPLES: Readonly<Record<Preset, SecretRule | null>> = {
  weights: { weights: ARTICLE, threshold: null },
  award: { weights: ARTICLE, threshold: 95 },
  honours: null,
  layers: null,
};

export function exampleRule(preset: Preset): KnownRule | null {
  const rule = EXAMPLES[preset];
  return rule === null ? null : { ...rule, kept: false, made: false };
}

/**
 * The rule after a change of the table: weights go with their subjects, and a subject that the school never looked at
 * weighs nothing. None where the targets became others.
 */
export function ruleAfter(rule: KnownRule, before: Table, after: Table): KnownRule | null {
  if (before.classes.length !== after.classes.length) return null;
  // As many subjects as before: at most one has another name.
  if (before.subjects.length === after.subjects.length) return rule;
  const weights = after.subjects.map((subject) => rule.weights[before.subjects.indexOf(subject)] ?? 0);
  return { ...rule, weights };
}

/** A rule in its numbers: the same rule, whatever else is known of it. */
export function ruleNumbers({ weights, threshold }: SecretRule): string {
  return [...weights, threshold].join(" ");
}
