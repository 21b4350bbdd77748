/** Update: what the optimiser makes of the gradient. */
import type { Optimizer } from "../../engine/engine";
import {
  constant,
  type Equation,
  type Formula,
  fraction,
  type Letter,
  letter,
  minus,
  onTheWay,
  power,
  product,
  root,
  square,
  sum,
} from "./formula";
import { softmaxOfFree } from "./prediction";
import type { Step } from "./step";

export function updateEquations(step: Step): Equation[] {
  return [...optimizerEquations(step), ...rawEquations(step), ...plainEquations(step)];
}

/** Where plain gradient descent would go with the same gradient and rate, for an optimizer that goes elsewhere. */
function plainEquations(step: Step): Equation[] {
  const { updateInput, explanation, words } = step;
  if (step.experiment.training.optimizer.kind === "sgd") return [];
  const of = step.parameterLetter;
  const w = letter(of, step.own(updateInput.parameters));
  const g = letter(step.gradientLetter(), step.own(explanation.gradient));
  return [
    {
      title: words.titles.plain(step.name),
      left: { ...of, prime: "*", meaning: words.means.plain(of.meaning) },
      right: minus(w, product(rateOf(step), g)),
      value: step.own(explanation.plain),
      beside: true,
    },
  ];
}

function rateOf(step: Step): Formula {
  return letter({ name: "η", meaning: step.words.means.rate }, step.updateInput.learningRate);
}

/** A letter after the step. */
function after(step: Step, of: Letter): Letter {
  return { ...of, prime: "′", meaning: step.words.means.after(of.meaning) };
}

/** From the gradient through what the optimiser remembers to the new parameter. */
function optimizerEquations(step: Step): Equation[] {
  const { updateInput, explanation } = step;
  const { means, titles } = step.words;
  const { optimizer } = step.experiment.training;
  const g = letter(step.gradientLetter(), step.own(explanation.gradient));
  const rate = rateOf(step);
  const isMomentum = optimizer.kind === "momentum" || optimizer.kind === "nesterov";
  const mLetter: Letter = { name: "m", meaning: isMomentum ? means.velocity : means.first };
  const sLetter: Letter = { name: "s", meaning: optimizer.kind === "adagrad" ? means.squareSum : means.second };
  const m = letter(mLetter, step.own(updateInput.first));
  const mAfter = letter(after(step, mLetter), step.own(explanation.first));
  const s = letter(sLetter, step.own(updateInput.second));
  const sAfter = letter(after(step, sLetter), step.own(explanation.second));
  const w = letter(step.parameterLetter, step.own(updateInput.parameters));
  const one = constant(1);
  const blend = (part: Formula, old: Formula, fresh: Formula): Formula =>
    sum(product(part, old), product(minus(one, part), fresh));
  const remember = (title: string, right: Formula): Equation => ({
    title,
    left: after(step, mLetter),
    right,
    value: step.own(explanation.first),
  });
  const rememberSquare = (title: string, right: Formula): Equation => ({
    title,
    left: after(step, sLetter),
    right,
    value: step.own(explanation.second),
  });
  const update = (by: Formula, start = w): Equation => ({
    title: titles.update(step.name),
    left: after(step, step.parameterLetter),
    right: minus(start, by),
    value: step.own(explanation.parameters),
  });
  switch (optimizer.kind) {
    case "sgd":
      return [update(product(rate, g))];
    case "momentum":
    case "nesterov": {
      const mu = letter({ name: "μ", meaning: means.momentum }, optimizer.momentum);
      return [
        remember(titles.velocity, sum(product(mu, m), g)),
        update(product(rate, optimizer.kind === "nesterov" ? sum(g, product(mu, mAfter)) : mAfter)),
      ];
    }
    case "adagrad":
      return [
        rememberSquare(titles.squareSum, sum(s, square(g))),
        update(fraction(product(rate, g), sum(root(sAfter), epsilonOf(optimizer, means.epsilon)))),
      ];
    case "rmsprop_tensorflow1":
    case "rmsprop_pytorch": {
      const rho = letter({ name: "ρ", meaning: means.decay }, optimizer.decay);
      const epsilon = epsilonOf(optimizer, means.epsilon);
      const isInside = optimizer.kind === "rmsprop_tensorflow1";
      return [
        rememberSquare(titles.squares, blend(rho, s, square(g))),
        update(fraction(product(rate, g), isInside ? root(sum(sAfter, epsilon)) : sum(root(sAfter), epsilon))),
      ];
    }
    case "adam":
    case "adamw": {
      const beta1 = letter({ name: "β", below: "1", meaning: means.beta1 }, optimizer.beta1);
      const beta2 = letter({ name: "β", below: "2", meaning: means.beta2 }, optimizer.beta2);
      const k = letter({ name: "k", meaning: means.count }, updateInput.updates + 1);
      const corrected = (of: Formula, beta: Formula): Formula => fraction(of, minus(one, power(beta, k)));
      const mHat = onTheWay(
        titles.corrected,
        { name: "m̂", meaning: means.corrected(mLetter.meaning) },
        corrected(mAfter, beta1),
      );
      const sHat = onTheWay(
        titles.corrected,
        { name: "ŝ", meaning: means.corrected(sLetter.meaning) },
        corrected(sAfter, beta2),
      );
      const by = fraction(
        product(rate, letter(mHat.left, mHat.value)),
        sum(root(letter(sHat.left, sHat.value)), epsilonOf(optimizer, means.epsilon)),
      );
      const before = [
        remember(titles.gradients, blend(beta1, m, g)),
        rememberSquare(titles.squares, blend(beta2, s, square(g))),
        mHat,
        sHat,
      ];
      if (optimizer.kind === "adam" || step.focus.from < 0) return [...before, update(by)];
      const lambda = letter({ name: "λ", meaning: means.weightDecay }, optimizer.weight_decay);
      const decayed = onTheWay(
        titles.decayed,
        { ...step.parameterLetter, prime: "°", meaning: means.decayed(step.parameterLetter.meaning) },
        product(w, minus(one, product(rate, lambda))),
      );
      return [...before, decayed, update(by, letter(decayed.left, decayed.value))];
    }
  }
}

function epsilonOf(optimizer: Extract<Optimizer, { epsilon: number }>, meaning: string): Formula {
  return letter({ name: "ε", meaning }, optimizer.epsilon);
}

/** What a new parameter of the first layer is for raw scores, where that is another number. */
function rawEquations(step: Step): Equation[] {
  const { words, explanation } = step;
  const { layer, unit, from } = step.focus;
  if (layer > 0) return [];
  const parameter = letter(after(step, step.parameterLetter), step.own(explanation.parameters));
  const value = step.own(explanation.raw);
  if (from < 0) {
    const shifted = step.allInputs().filter((input) => step.shift(input) !== 0);
    if (shifted.length === 0) return [];
    const b = after(step, step.weightLetter(0, unit, -1));
    const below = b.below === undefined ? "raw" : `${b.below},raw`;
    const left: Letter = { ...b, below, meaning: words.means.raw(b.meaning) };
    const terms = shifted.map((input) => {
      const raw = letter(after(step, step.rawLetter(input)), explanation.raw[step.index(0, unit, input)] ?? Number.NaN);
      return product(raw, step.mean(input));
    });
    return [{ title: words.titles.raw(step.name), left, right: minus(parameter, step.total(left, terms, 0)), value }];
  }
  const left = after(step, step.rawLetter(from));
  if (step.isFree) {
    const title = words.titles.newShare(step.source(0, from));
    return [{ title, left, ...softmaxOfFree(step, explanation.parameters, "′"), value }];
  }
  if (step.scale(from) === 1) return [];
  return [{ title: words.titles.raw(step.name), left, right: fraction(parameter, step.divisor(from)), value }];
}
