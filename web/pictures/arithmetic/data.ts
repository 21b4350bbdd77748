/** Data: what the network sees of a student's scores. */
import { type Equation, fraction, letter, minus } from "./formula";
import type { Step } from "./step";

/** The most subjects that are written out, beside the one that is followed. */
const MAX_SHOWN = 8;

export function dataEquations(step: Step): Equation[] {
  const { experiment, focus, words } = step;
  if (experiment.scaling === "raw") return [];
  const row = step.updateInput.students[focus.student] ?? 0;
  const scores = experiment.table.students[row]?.scores ?? [];
  const followed = focus.layer === 0 ? focus.from : -1;
  return step
    .allInputs()
    .filter((input) => input < MAX_SHOWN || input === followed)
    .map((input) => {
      const subject = step.source(0, input);
      const meaning = words.means.score(step.student(), subject);
      const raw = letter({ name: "r", below: String(input + 1), meaning }, scores[input] ?? Number.NaN);
      return {
        title: words.titles.scaled(subject),
        left: step.featureLetter(input),
        right: fraction(step.shift(input) === 0 ? raw : minus(raw, step.mean(input)), step.divisor(input)),
        value: step.featureAt(input),
      };
    });
}
