/** Formulas as trees: shown in letters and in numbers, and worked out. */

/** A letter of a formula. */
export interface Letter {
  readonly name: string;
  /** Which one: a subject's, a student's, a neuron's number. */
  readonly below?: string | undefined;
  /** Its layer. */
  readonly above?: string | undefined;
  /** After the step, on the way there, or after a step of plain gradient descent instead. */
  readonly prime?: "′" | "°" | "*";
  /** What it stands for, in a few words. */
  readonly meaning: string;
}

export type Operation = "abs" | "sign" | "ln" | "exp" | "tanh" | "sin" | "cos" | "normal" | "density" | "root" | "max0";

export type Formula =
  | { readonly kind: "letter"; readonly letter: Letter; readonly value: number }
  /** A number that the formula itself has. */
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "sum"; readonly terms: readonly Formula[] }
  | { readonly kind: "minus"; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "negative"; readonly of: Formula }
  | { readonly kind: "product"; readonly factors: readonly Formula[] }
  | { readonly kind: "fraction"; readonly above: Formula; readonly below: Formula }
  | { readonly kind: "power"; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: "operation"; readonly operation: Operation; readonly of: Formula };

/** One line of the arithmetic: a letter, the formula that gives it, and the number that the core has for it. */
export interface Equation {
  /** What is worked out, in a few words. */
  readonly title: string;
  readonly left: Letter;
  readonly right: Formula;
  readonly value: number;
  /** Whether it is no part of the step but stands beside it for comparison. */
  readonly beside?: true;
  /** Why it is written in this way, where that is not the usual one. */
  readonly note?: string | undefined;
}

export const letter = (of: Letter, value: number): Formula => ({ kind: "letter", letter: of, value });
export const constant = (value: number): Formula => ({ kind: "constant", value });
export const minus = (left: Formula, right: Formula): Formula => ({ kind: "minus", left, right });
export const negative = (of: Formula): Formula => ({ kind: "negative", of });
export const fraction = (above: Formula, below: Formula): Formula => ({ kind: "fraction", above, below });
export const power = (base: Formula, exponent: Formula): Formula => ({ kind: "power", base, exponent });
export const square = (base: Formula): Formula => power(base, constant(2));
export const operation = (name: Operation, of: Formula): Formula => ({ kind: "operation", operation: name, of });
export const exp = (of: Formula): Formula => operation("exp", of);
export const ln = (of: Formula): Formula => operation("ln", of);
export const root = (of: Formula): Formula => operation("root", of);
/** One term is itself, none is 0. */
export const sum = (...terms: Formula[]): Formula =>
  terms.length > 1 ? { kind: "sum", terms } : (terms[0] ?? constant(0));
export const product = (...factors: Formula[]): Formula =>
  factors.length > 1 ? { kind: "product", factors } : (factors[0] ?? constant(1));

/** What a formula is made of, one level down. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "letter":
    case "constant":
      return [];
    case "sum":
      return formula.terms;
    case "product":
      return formula.factors;
    case "minus":
      return [formula.left, formula.right];
    case "fraction":
      return [formula.above, formula.below];
    case "power":
      return [formula.base, formula.exponent];
    case "negative":
    case "operation":
      return [formula.of];
  }
}

/** The value of a formula whose letters have the values that `read` makes of their own. */
export function evaluate(formula: Formula, read: (value: number) => number = (value) => value): number {
  const of = (part: Formula): number => evaluate(part, read);
  switch (formula.kind) {
    case "letter":
      return read(formula.value);
    case "constant":
      return formula.value;
    case "sum":
      return formula.terms.reduce((total, term) => total + of(term), 0);
    case "minus":
      return of(formula.left) - of(formula.right);
    case "negative":
      return -of(formula.of);
    case "product":
      return formula.factors.reduce((total, factor) => total * of(factor), 1);
    case "fraction":
      return of(formula.above) / of(formula.below);
    case "power":
      return of(formula.base) ** of(formula.exponent);
    case "operation":
      return OPERATIONS[formula.operation](of(formula.of));
  }
}

/** A line on the way to one that the core has a number for: its own is what the formula gives. */
export function onTheWay(title: string, left: Letter, right: Formula): Equation {
  return { title, left, right, value: evaluate(right) };
}

const OPERATIONS: Readonly<Record<Operation, (x: number) => number>> = {
  abs: Math.abs,
  sign: Math.sign,
  ln: Math.log,
  exp: Math.exp,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  root: Math.sqrt,
  max0: (x) => Math.max(0, x),
  density: (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI),
  normal: cumulativeNormal,
};

/**
 * Φ(x), the part of a normal distribution below x: by its series near the middle, by a continued fraction in the tails
 * (Abramowitz & Stegun 26.2.11 and 26.2.14).
 */
function cumulativeNormal(x: number): number {
  const density = OPERATIONS.density(x);
  if (Math.abs(x) < 4) {
    let term = x;
    let total = x;
    for (let k = 1; k < 100; k++) {
      term *= (x * x) / (2 * k + 1);
      total += term;
    }
    return 0.5 + density * total;
  }
  const size = Math.abs(x);
  let rest = size;
  for (let k = 60; k > 0; k--) rest = size + k / rest;
  return x < 0 ? density / rest : 1 - density / rest;
}
