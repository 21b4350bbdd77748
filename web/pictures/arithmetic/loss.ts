/** Loss: how far a student's prediction is from the right answer, and the mean of the batch. */
import {
  constant,
  type Equation,
  evaluate,
  type Formula,
  fraction,
  letter,
  ln,
  minus,
  negative,
  operation,
  product,
  square,
  sum,
} from "./formula";
import { largestOf, lnOfOneAnd, powersFrom, softplus } from "./prediction";
import type { Step } from "./step";

export function lossEquations(step: Step): Equation[] {
  const { words, explanation, batch } = step;
  const equations: Equation[] = [
    { title: words.titles.loss(step.student()), left: step.lossLetter(), ...lossOf(step), value: step.lossAt() },
  ];
  if (batch > 1) {
    const term = (place: number): Formula => letter(step.lossLetter(place), step.lossAt(place));
    const left = { name: "L", meaning: words.means.meanLoss };
    equations.push({
      title: words.titles.mean,
      left,
      right: fraction(
        step.totalOfStudents(left, term, (place) => step.lossAt(place)),
        product(...step.counts(false)),
      ),
      value: explanation.loss,
    });
  }
  return equations;
}

type Right = Pick<Equation, "right" | "note">;

/** Whether a student's loss is a mean over several outputs. */
export function isMean(step: Step): boolean {
  return step.outputs > 1 && step.experiment.training.loss.kind !== "categorical_cross_entropy";
}

function lossOf(step: Step): Right {
  if (step.experiment.training.loss.kind === "categorical_cross_entropy" && step.outputs > 1) {
    return logOf(step, step.ownClass, true);
  }
  const terms = step.allOutputs().map((output) => termOf(step, output));
  const note = terms.find((term) => term.note !== undefined)?.note;
  const right = sum(...terms.map((term) => term.right));
  return { right: isMean(step) ? fraction(right, step.outputCount) : right, note };
}

/** One output's part in the loss. */
function termOf(step: Step, output: number): Right {
  const { loss } = step.experiment.training;
  const residual = minus(step.prediction(output), step.target(output));
  switch (loss.kind) {
    case "absolute":
      return { right: operation("abs", residual) };
    case "squared":
      return { right: square(residual) };
    case "huber": {
      if (!isFar(step, output)) return { right: product(constant(0.5), square(residual)) };
      const delta = huberDelta(step);
      return { right: product(delta, minus(operation("abs", residual), product(constant(0.5), delta))) };
    }
    case "binary_cross_entropy":
    case "categorical_cross_entropy":
      return logOf(step, output, step.targetAt(output) > 0.5);
  }
}

/** Whether a residual lies where the Huber loss is a line. */
export function isFar(step: Step, output: number): boolean {
  const { loss } = step.experiment.training;
  const off = step.valueAt(step.last, output) - step.targetAt(output);
  return loss.kind === "huber" && Math.abs(off) > Math.fround(loss.delta);
}

export function huberDelta(step: Step): Formula {
  const { loss } = step.experiment.training;
  return letter({ name: "Δ", meaning: step.words.means.huber }, loss.kind === "huber" ? loss.delta : Number.NaN);
}

/** Nearer to 0 or 1 than this a probability has lost digits that the sums still have. */
const CLEAR = 0.001;

/** Whether a probability is far enough from 0 and 1 to be reckoned with as it is written. */
export function isClear(probability: number): boolean {
  return probability > CLEAR && probability < 1 - CLEAR;
}

/** From this difference of sums on a 1 is not seen beside its power of e. */
const LARGE = 40;

/** −ln of the probability of an output's class (`own`), or of any other. */
function logOf(step: Step, output: number, own: boolean): Right {
  const y = step.prediction(output);
  if (isClear(evaluate(y))) return { right: negative(ln(own ? y : minus(constant(1), y))) };
  const note = step.words.notes.fromSums;
  const z = step.sum(step.last, output);
  if (step.experiment.model.output === "sigmoid") return { right: softplus(step, own ? opposite(z) : z).right, note };
  // −ln(Σ e^z of those meant / Σ e^z of all) = ln(1 + Σ e^z of the others / Σ e^z of those meant).
  const sums = step.allOutputs().map((one) => step.sum(step.last, one));
  const meant = sums.filter((_, one) => (one === output) === own);
  const others = sums.filter((_, one) => (one === output) !== own);
  const [a, b] = [largestOf(others), largestOf(meant)];
  if (evaluate(a) - evaluate(b) > LARGE) {
    const lnOf = (of: readonly Formula[], most: Formula): Formula[] =>
      of.length > 1 ? [lnOfOneAnd(...powersFrom(most, of).filter((power) => power.kind !== "constant"))] : [];
    return { right: sum(minus(a, b), ...lnOf(others, a), ...lnOf(meant, b).map(negative)), note };
  }
  const odds = powersFrom(b, others);
  if (meant.length === 1) return { right: lnOfOneAnd(...odds), note };
  return { right: lnOfOneAnd(fraction(sum(...odds), sum(...powersFrom(b, meant)))), note };
}

/** −z as a letter with its value. */
function opposite(z: Formula): Formula {
  return z.kind === "letter" ? letter({ ...z.letter, name: `−${z.letter.name}` }, -z.value) : negative(z);
}
