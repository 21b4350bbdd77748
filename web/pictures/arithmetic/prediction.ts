/** Prediction: from what the network sees to what it says. */
import type { Activation } from "../../engine/engine";
import {
  constant,
  type Equation,
  evaluate,
  exp,
  type Formula,
  fraction,
  type Letter,
  letter,
  ln,
  minus,
  negative,
  operation,
  product,
  sum,
} from "./formula";
import { products, type Step } from "./step";

export function predictionEquations(step: Step): Equation[] {
  const shares = step.sumsToOne && step.focus.layer === 0 ? shareEquations(step) : [];
  return [...shares, ...step.path.flatMap((_, place) => neuronEquations(step, place))];
}

/** The sum of the path's neuron at a place, and what becomes of it. */
function neuronEquations(step: Step, place: number): Equation[] {
  const { path, focus, words, last } = step;
  const { layer, unit } = path[place] ?? focus;
  const kept = path[place - 1]?.unit ?? Math.max(0, focus.from);
  const inputs = Array.from({ length: step.layers[layer]?.inputs ?? 0 }, (_, from) => from);
  const terms = products(
    inputs.map((from) => step.weight(layer, unit, from)),
    inputs.map((from) => step.incoming(layer, from)),
  );
  const bias = step.index(layer, unit, -1) >= 0 ? [step.weight(layer, unit, -1)] : [];
  const name = step.neuron(layer, unit);
  const z = step.sumLetter(layer, unit);
  const { right, note } = layer < last ? activated(step, layer, unit) : predicted(step, unit);
  return [
    {
      title: words.titles.total(name),
      left: z,
      right: step.total(z, terms, kept, ...bias),
      value: step.sumAt(layer, unit),
    },
    {
      title: layer < last ? words.titles.activation(name) : words.titles.output(name),
      left: step.valueLetter(layer, unit),
      right,
      value: step.valueAt(layer, unit),
      note,
    },
  ];
}

type Right = Pick<Equation, "right" | "note">;

/** What a hidden neuron's activation makes of its sum. */
function activated(step: Step, layer: number, unit: number): Right {
  const z = step.sum(layer, unit);
  const activation: Activation = step.experiment.model.hidden[layer]?.activation ?? "identity";
  switch (activation) {
    case "identity":
      return { right: z };
    case "sigmoid":
      return { right: sigmoid(z) };
    case "tanh":
      return { right: operation("tanh", z) };
    case "relu":
      return { right: operation("max0", z) };
    case "leaky_relu":
      return { right: evaluate(z) > 0 ? z : product(constant(0.01), z) };
    case "softplus":
      return softplus(step, z);
    case "gelu":
      return { right: product(z, operation("normal", z)) };
    case "sine":
      return { right: operation("sin", z) };
  }
}

/** The prediction of one output. */
function predicted(step: Step, unit: number): Right {
  const z = step.sum(step.last, unit);
  switch (step.experiment.model.output) {
    case "linear":
      return { right: z };
    case "sigmoid":
      return { right: sigmoid(z) };
    case "softmax":
      return shareOf(step, unit, step.allOutputs(), step.valueLetter(step.last, unit));
  }
}

export function sigmoid(z: Formula): Formula {
  return fraction(constant(1), sum(constant(1), exp(negative(z))));
}

/** Beyond this sum e^z has more digits than are seen beside a 1, below its opposite less. */
const LARGE = 40;
/** e^−15 is less than the last of six digits of 1. */
const SMALL = -15;

/** ln(1 + e^z). */
export function softplus(step: Step, z: Formula): Right {
  if (evaluate(z) > LARGE) return { right: z, note: step.words.notes.large };
  if (evaluate(z) < SMALL) return { right: exp(z), note: step.words.notes.small };
  return { right: ln(sum(constant(1), exp(z))) };
}

/** ln(1 + x) for a sum x of positive terms: x itself where it is too small to be seen beside 1. */
export function lnOfOneAnd(...terms: Formula[]): Formula {
  return evaluate(sum(...terms)) < Math.exp(SMALL) ? sum(...terms) : ln(sum(constant(1), ...terms));
}

/** The largest of some sums. */
export function largestOf(sums: readonly Formula[]): Formula {
  return sums.reduce((largest, z) => (evaluate(z) > evaluate(largest) ? z : largest));
}

/** e^(z − most) of each, but not less than e^least. */
export function powersFrom(most: Formula, sums: readonly Formula[], least = Number.NEGATIVE_INFINITY): Formula[] {
  return sums.map((z) => {
    if (z === most) return constant(1);
    return exp(evaluate(z) - evaluate(most) < least ? constant(least) : minus(z, most));
  });
}

/** An output's share of some outputs, by their sums; part of what `of` stands for. */
export function shareOf(step: Step, output: number, among: readonly number[], of: Letter): Right {
  const sums = among.map((one) => step.sum(step.last, one));
  return softmax(step, of, sums, among.indexOf(output));
}

/** The softmax of some sums at a place, which is part of what `of` stands for: the largest taken off first where they are large. */
function softmax(step: Step, of: Letter, sums: readonly Formula[], place: number, least?: number): Right {
  const isLarge = sums.some((z) => Math.abs(evaluate(z)) > LARGE);
  const powers = isLarge ? powersFrom(largestOf(sums), sums, least) : sums.map(exp);
  return {
    right: fraction(powers[place] ?? constant(0), step.total(of, powers, place)),
    note: isLarge ? step.words.notes.largest : undefined,
  };
}

/** A free parameter this far below its neuron's largest counts as no further: the core's MIN_LOGARITHM. */
const MIN_LOGARITHM = -80;

/** The weight for raw scores that the followed neuron's free parameters make of a subject: their softmax. */
export function softmaxOfFree(step: Step, parameters: Float32Array, prime?: "′"): Right {
  const { unit, from } = step.focus;
  const input = Math.max(0, from);
  const { after } = step.words.means;
  const free = step.allInputs().map((input) => {
    const v = step.freeLetter(input);
    const value = parameters[step.index(0, unit, input)] ?? Number.NaN;
    return letter(prime ? { ...v, prime, meaning: after(v.meaning) } : v, value);
  });
  return softmax(step, { ...step.rawLetter(input), ...(prime && { prime }) }, free, input, MIN_LOGARITHM);
}

/** Weights that sum to one: the softmax of the free parameters, and what scaled features are multiplied with. */
function shareEquations(step: Step): Equation[] {
  const { focus, words } = step;
  const from = Math.max(0, focus.from);
  const used = step.usedAt(0, focus.unit, from);
  const share = used / step.scale(from);
  const subject = step.source(0, from);
  const equations: Equation[] = [
    {
      title: words.titles.share(subject),
      left: step.rawLetter(from),
      ...softmaxOfFree(step, step.updateInput.parameters),
      value: share,
    },
  ];
  if (step.scale(from) !== 1) {
    equations.push({
      title: words.titles.usedWeight(subject),
      left: step.weightLetter(0, focus.unit, from),
      right: product(letter(step.rawLetter(from), share), step.divisor(from)),
      value: used,
    });
  }
  return equations;
}
