/** The class maker's draft, as typed into the dialog, and its conversion to the core's `ClassMaker`. */
import type { Rule } from "../../engine/engine";
import { type PageRule, refusal } from "../../engine/error";
import type { ClassMaker, Outcome, Scores } from "../../engine/lab";
import type { KnownRule } from "../../state/rule";
import { numberFromText } from "../../ui/number";

/** How scores are drawn: three fixed distributions from the article, or two with parameters. */
export type ScoresChoice = "article" | "strong" | "ordinary" | "uniform" | "normal";

export interface DraftSubject {
  readonly name: string;
  readonly weight: string;
}

/** Every field as text, since a number may be half typed. */
export interface Draft {
  readonly students: string;
  readonly scores: ScoresChoice;
  readonly low: string;
  readonly high: string;
  readonly mean: string;
  readonly deviation: string;
  readonly subjects: readonly DraftSubject[];
  readonly outcome: Outcome["kind"];
  readonly threshold: string;
  /** The percentage of students with a wrong label. */
  readonly wrong: string;
  /** The standard deviation of the noise on the totals, in points. */
  readonly error: string;
  readonly seed: string;
}

/** The dialog's limit on subjects; the core accepts more. */
export const MAX_SUBJECTS = 8;

/** The school of the article. */
export const ARTICLE_CLASS: Draft = {
  students: "80",
  scores: "article",
  low: "60",
  high: "100",
  mean: "85",
  deviation: "8",
  subjects: [
    { name: "德育", weight: "0.6" },
    { name: "智育", weight: "0.3" },
    { name: "体育", weight: "0.1" },
  ],
  outcome: "award",
  threshold: "95",
  wrong: "0",
  error: "0",
  seed: "1",
};

/** Seeds are unsigned 32-bit integers. */
const MAX_SEED = 2 ** 32 - 1;

/** Converts the draft. Throws an `EngineError` with the core's path if a field is not a valid number. */
export function makerOf(draft: Draft): ClassMaker {
  return {
    students: whole("students", draft.students),
    subjects: draft.subjects.map(({ name }) => name.trim()),
    scores: scoresOf(draft),
    rule: {
      weights: draft.subjects.map(({ weight }, index) => number(`rule.weights[${index}]`, weight)),
      outcome: outcomeOf(draft),
    },
    seed: whole("seed", draft.seed),
  };
}

/** The rule behind the class, which the pictures show. */
export function ruleOf({ rule: { weights, outcome } }: ClassMaker, kept: boolean): KnownRule {
  return { weights, threshold: outcome.kind === "award" ? outcome.threshold : null, kept, made: true };
}

/** A seed different from the present one. */
export function otherSeed(seed: string, random: () => number): string {
  const drawn = String(1 + Math.floor(random() * 9999));
  return drawn === seed ? String(Number(drawn) + 1) : drawn;
}

/** The draft with another subject, of weight 0. */
export function withSubject(draft: Draft, nameOf: (index: number) => string): Draft {
  const names = draft.subjects.map(({ name }) => name);
  let index = draft.subjects.length + 1;
  while (names.includes(nameOf(index))) index += 1;
  return { ...draft, subjects: [...draft.subjects, { name: nameOf(index), weight: "0" }] };
}

export function withoutSubject(draft: Draft, row: number): Draft {
  return { ...draft, subjects: draft.subjects.filter((_, index) => index !== row) };
}

export function withSubjectField(draft: Draft, row: number, change: Partial<DraftSubject>): Draft {
  return {
    ...draft,
    subjects: draft.subjects.map((subject, index) => (index === row ? { ...subject, ...change } : subject)),
  };
}

function scoresOf({ scores, low, high, mean, deviation }: Draft): Scores {
  if (scores === "article") return { kind: "article" };
  if (scores === "strong") return { kind: "uniform", low: 93, high: 100 };
  if (scores === "ordinary") return { kind: "uniform", low: 60, high: 100 };
  if (scores === "uniform") return { kind: "uniform", low: whole("scores.low", low), high: whole("scores.high", high) };
  return { kind: "normal", mean: number("scores.mean", mean), deviation: number("scores.deviation", deviation) };
}

function outcomeOf({ outcome, threshold, wrong, error }: Draft): Outcome {
  if (outcome === "total") return { kind: "total", noise: number("rule.outcome.noise", error) };
  const percent = number("rule.outcome.noise", wrong);
  if (percent < 0 || percent > 50) throw refused("rule.outcome.noise", wrong, { kind: "between", low: 0, high: 50 });
  return { kind: "award", threshold: number("rule.outcome.threshold", threshold), noise: percent / 100 };
}

function number(path: string, text: string): number {
  const value = numberFromText(text);
  if (value === null) throw refused(path, text, { kind: "number" });
  if (!Number.isFinite(value)) throw refused(path, text, { kind: "finite" });
  return value;
}

function whole(path: string, text: string): number {
  const value = number(path, text);
  if (!Number.isInteger(value) || value < 0) throw refused(path, text, { kind: "whole" });
  if (value > MAX_SEED) throw refused(path, text, { kind: "between", low: 0, high: MAX_SEED });
  return value;
}

function refused(path: string, text: string, rule: Rule | PageRule): Error {
  return refusal(path, text.trim(), rule);
}
