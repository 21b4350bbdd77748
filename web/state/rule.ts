/** The school's secret rule behind a table: weights of a total, and the total from which there is an award. */
import type { Preset, Table } from "../engine/engine";

export interface SecretRule {
  /** One a subject. */
  readonly weights: readonly number[];
  /** The total from which there is an award; null if the targets are the totals themselves. */
  readonly threshold: number | null;
}

export interface KnownRule extends SecretRule {
  /** Whether it is kept secret. */
  readonly kept: boolean;
  /** Whether a person has made it; else it is the rule of the case's example. */
  readonly made: boolean;
  /** Whether the classes have changed places since: the rule does not apply until they change back. */
  readonly swapped?: boolean;
}

/** The article's weights of 德育, 智育 and 体育. The core makes the cases' examples with them. */
const ARTICLE = [0.6, 0.3, 0.1];

/** The rule behind each case's example; null if it is not a weighted total. */
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
 * The rule after a change of the table: weights stay with their subjects, and a new subject has weight 0. Null if the number
 * of classes has changed, for then the targets are others. Of two swapped classes the rule is marked as swapped: its weights
 * and threshold are those of the class that was the yes.
 */
export function ruleAfter(rule: KnownRule, before: Table, after: Table): KnownRule | null {
  if (before.classes.length !== after.classes.length) return null;
  if (areSwapped(before.classes, after.classes)) return { ...rule, swapped: rule.swapped !== true };
  // With as many subjects as before, at most one has been renamed.
  if (before.subjects.length === after.subjects.length) return rule;
  const weights = after.subjects.map((subject) => rule.weights[before.subjects.indexOf(subject)] ?? 0);
  return { ...rule, weights };
}

function areSwapped([no, yes]: readonly string[], [first, second]: readonly string[]): boolean {
  return no !== undefined && no === second && yes === first;
}

/** A rule's numbers as text, to compare rules by. */
export function ruleNumbers({ weights, threshold }: SecretRule): string {
  return [...weights, threshold].join(" ");
}
