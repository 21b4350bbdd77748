/** Gradient: from the loss back to one weight. */
import type { Activation } from "../../engine/engine";
import {
  constant,
  type Equation,
  evaluate,
  type Formula,
  fraction,
  letter,
  minus,
  negative,
  onTheWay,
  operation,
  product,
  square,
  sum,
} from "./formula";
import { huberDelta, isClear, isFar, isMean } from "./loss";
import { shareOf, sigmoid } from "./prediction";
import { isWrittenOut, products, type Step } from "./step";

export function gradientEquations(step: Step): Equation[] {
  const hidden = step.path.slice(0, -1).reverse();
  return [
    ...residualEquations(step),
    outputEquation(step),
    ...hidden.map(({ layer, unit }) => hiddenEquation(step, layer, unit)),
    slopeEquation(step),
    ...(step.isFree ? constraintEquations(step) : []),
    ...(step.isPenalised ? [penaltyEquation(step)] : []),
  ];
}

/** ∂L/∂z of the output that is followed: the slope of the student's loss, by the number of students. */
function outputEquation(step: Step): Equation {
  const { last, output, words } = step;
  const { right, note } = lossSlope(step, output);
  const counts = step.counts(isMean(step));
  return {
    title: words.titles.outputDelta(step.neuron(last, output)),
    left: step.deltaLetter(last, output),
    right: counts.length > 0 ? fraction(right, product(...counts)) : right,
    value: step.deltaAt(last, output),
    note,
  };
}

/** The slope of a student's loss by an output's sum, as many times over as the loss has terms. */
function lossSlope(step: Step, output: number): Pick<Equation, "right" | "note"> {
  const { loss } = step.experiment.training;
  const kind = step.experiment.model.output;
  const y = step.prediction(output);
  const t = step.target(output);
  switch (loss.kind) {
    case "categorical_cross_entropy":
      // Of several sigmoids only the student's own class is looked at.
      if (kind === "sigmoid" && step.outputs > 1 && output !== step.ownClass) return { right: constant(0) };
      return { right: minus(y, t) };
    case "binary_cross_entropy":
      return kind === "softmax" ? binarySoftmaxSlope(step, output) : { right: minus(y, t) };
    case "absolute":
    case "squared":
    case "huber": {
      if (kind === "linear") return { right: residualSlope(step, output) };
      if (kind === "sigmoid") return { right: product(residualSlope(step, output), y, minus(constant(1), y)) };
      const terms = products(
        step.allOutputs().map((other) => residual(step, other)),
        step.allOutputs().map((other) => step.prediction(other)),
      );
      const mean = step.total(step.deltaLetter(step.last, output), terms, output);
      return { right: product(y, minus(residual(step, output), mean)) };
    }
  }
}

/** The slope of one output's term by its prediction. */
function residualSlope(step: Step, output: number): Formula {
  const { loss } = step.experiment.training;
  const residual = minus(step.prediction(output), step.target(output));
  if (loss.kind === "squared") return product(constant(2), residual);
  if (loss.kind === "absolute") return operation("sign", residual);
  if (!isFar(step, output)) return residual;
  return product(huberDelta(step), operation("sign", residual));
}

function residual(step: Step, output: number): Formula {
  return letter(step.residualLetter(output), evaluate(residualSlope(step, output)));
}

/** A softmax turns all of its outputs: each one's slope is wanted first. */
function residualEquations(step: Step): Equation[] {
  if (step.experiment.model.output !== "softmax" || step.experiment.training.loss.kind.endsWith("entropy")) return [];
  const all = step.allOutputs();
  return (isWrittenOut(all) ? all : [step.output]).map((output) => {
    const title = step.words.titles.residualSlope(step.neuron(step.last, output));
    return onTheWay(title, step.residualLetter(output), residualSlope(step, output));
  });
}

/** K y − t − Σ y / (1 − y of j) over the classes j that are neither this output's nor the student's own. */
function binarySoftmaxSlope(step: Step, output: number): Pick<Equation, "right" | "note"> {
  const all = step.allOutputs();
  const y = step.prediction(output);
  const others = all.filter((other) => other !== output && other !== step.ownClass);
  const sure = others.some((other) => step.valueAt(step.last, other) > 0.5 && !isClear(step.valueAt(step.last, other)));
  const shares = others.map((other) => {
    const chance = step.prediction(other);
    if (isClear(evaluate(chance)) || evaluate(chance) < 0.5) return fraction(y, minus(constant(1), chance));
    return shareOf(
      step,
      output,
      all.filter((one) => one !== other),
      step.valueLetter(step.last, other),
    ).right;
  });
  return {
    right: sum(product(step.outputCount, y), negative(step.target(output)), ...shares.map(negative)),
    note: sure ? step.words.notes.fromSums : undefined,
  };
}

/** ∂L/∂z of a hidden neuron: what comes back along its edges, times the slope of its activation. */
function hiddenEquation(step: Step, layer: number, unit: number): Equation {
  const next = layer + 1;
  const units = Array.from({ length: step.units(next) }, (_, to) => to);
  const terms = products(
    units.map((to) => step.weight(next, to, unit)),
    units.map((to) => step.delta(next, to)),
  );
  const left = step.deltaLetter(layer, unit);
  const kept = step.path.find((neuron) => neuron.layer === next)?.unit ?? 0;
  const back = step.total(left, terms, kept);
  const activation = step.experiment.model.hidden[layer]?.activation ?? "identity";
  const slope = activationSlope(activation, step.sum(layer, unit), step.value(layer, unit));
  return {
    title: step.words.titles.hiddenDelta(step.neuron(layer, unit)),
    left,
    right: slope === null ? back : product(back, slope),
    value: step.deltaAt(layer, unit),
  };
}

/** f′(z), by z or by a = f(z); null where it is 1. */
function activationSlope(activation: Activation, z: Formula, a: Formula): Formula | null {
  const one = constant(1);
  const positive = evaluate(z) > 0;
  switch (activation) {
    case "identity":
      return null;
    case "sigmoid":
      return product(a, minus(one, a));
    case "tanh":
      return minus(one, square(a));
    case "relu":
      return positive ? one : constant(0);
    case "leaky_relu":
      return positive ? one : constant(0.01);
    case "softplus":
      return sigmoid(z);
    case "gelu":
      return sum(operation("normal", z), product(z, operation("density", z)));
    case "sine":
      return operation("cos", z);
  }
}

/** The slope of the mean loss by the chosen weight as its layer uses it: what each student adds. */
function slopeEquation(step: Step): Equation {
  const { layer, unit, from } = step.focus;
  const term = (place: number): Formula => {
    const delta = step.delta(layer, unit, place);
    return from < 0 ? delta : product(delta, step.incoming(layer, from, place));
  };
  const value = (place: number): number =>
    step.deltaAt(layer, unit, place) * (from < 0 ? 1 : step.incomingAt(layer, from, place));
  const left = step.isFree ? step.slopeLetter("G", from) : step.gradientLetter(step.isPenalised);
  return {
    title: step.words.titles.slope(step.name),
    left,
    right: step.totalOfStudents(left, term, value),
    value: step.own(step.explanation.slopes),
  };
}

/** Weights that sum to one are trained through their softmax: sᵢ (hᵢ − Σⱼ sⱼ hⱼ). */
function constraintEquations(step: Step): Equation[] {
  const { words, explanation } = step;
  const { unit, from } = step.focus;
  const slope = (input: number): Formula =>
    letter(step.slopeLetter("G", input), explanation.slopes[step.index(0, unit, input)] ?? Number.NaN);
  const isScaled = (input: number): boolean => step.scale(input) !== 1;
  const byRaw = (input: number): Formula => product(slope(input), step.divisor(input));
  const h = (input: number): Formula =>
    isScaled(input) ? letter(step.slopeLetter("h", input), evaluate(byRaw(input))) : slope(input);
  const share = (input: number): Formula =>
    letter(step.rawLetter(input), step.usedAt(0, unit, input) / step.scale(input));
  const left = step.gradientLetter(step.isPenalised);
  const terms = products(step.allInputs().map(share), step.allInputs().map(h));
  const equations = isScaled(from) ? [onTheWay(words.titles.byRaw, step.slopeLetter("h", from), byRaw(from))] : [];
  equations.push({
    title: words.titles.throughSoftmax,
    left,
    right: product(share(from), minus(h(from), step.total(left, terms, from))),
    value: step.own(explanation.unpenalised),
  });
  return equations;
}

/** What the penalties add to the slope of a weight. */
function penaltyEquation(step: Step): Equation {
  const { words, explanation } = step;
  const { l1, l2 } = step.experiment.training;
  const parameter = letter(step.parameterLetter, step.own(step.updateInput.parameters));
  const strength = (below: string, meaning: string, value: number): Formula =>
    letter({ name: "λ", below, meaning }, value);
  return {
    title: words.titles.penalty,
    left: step.gradientLetter(),
    right: sum(
      letter(step.gradientLetter(true), step.own(explanation.unpenalised)),
      ...(l1 === 0 ? [] : [product(strength("1", words.means.l1, l1), operation("sign", parameter))]),
      ...(l2 === 0 ? [] : [product(strength("2", words.means.l2, l2), parameter)]),
    ),
    value: step.own(explanation.gradient),
  };
}
