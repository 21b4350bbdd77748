/** Formulas as MathML: https://www.w3.org/TR/mathml-core/. */
import type { Formula, Letter, Operation } from "./formula";
import { printed } from "./print";

/** An element of MathML. */
export interface MathNode {
  readonly tag: "mi" | "mn" | "mo" | "mrow" | "mfrac" | "msub" | "msup" | "msubsup" | "msqrt";
  /** Of an element without children. */
  readonly text?: string;
  /** Of a sign between two terms, the second of which it stands with. */
  readonly infix?: true;
  /** Of a bracket that is no higher than a letter. */
  readonly flat?: true;
  readonly children?: readonly MathNode[];
  /** What it stands for: told where it is pointed at. */
  readonly about?: About;
}

/** A letter and its value. */
export interface About {
  readonly letter: Letter;
  readonly value: number;
}

/** How letters are shown: as themselves (null) or by their values with so many digits. */
export type Shown = number | null;

const mi = (text: string): MathNode => ({ tag: "mi", text });
const mn = (text: string): MathNode => ({ tag: "mn", text });
const mo = (text: string): MathNode => ({ tag: "mo", text });
/** What is in it, in brackets as high as it needs. */
function bracketed(...inner: MathNode[]): MathNode[] {
  const bracket = (text: string): MathNode => (inner.some(isHigh) ? mo(text) : { ...mo(text), flat: true });
  return [bracket("("), ...inner, bracket(")")];
}
function isHigh({ tag, children = [] }: MathNode): boolean {
  return tag === "mfrac" || children.some(isHigh);
}

/** The sign before a term. */
const infix = (text: string, index: number): MathNode => (index > 0 ? { ...mo(text), infix: true } : mo(text));
const row = (...children: MathNode[]): MathNode => ({ tag: "mrow", children });

/** How strongly a formula holds together. */
enum Binding {
  Sum,
  Product,
  Power,
  Whole,
}

export function letterNode(letter: Letter): MathNode {
  const { name, below, above, prime = "" } = letter;
  const base = mi(prime === "" && name.length === 1 ? name : italic(name) + prime);
  const part = (text: string): MathNode => (/^\d+$/.test(text) ? mn(text) : mi(text));
  if (below !== undefined && above !== undefined) {
    return { tag: "msubsup", children: [base, part(below), part(above)] };
  }
  if (below !== undefined) return { tag: "msub", children: [base, part(below)] };
  return above === undefined ? base : { tag: "msup", children: [base, part(above)] };
}

/** A name of several characters is set upright: its letter is made italic by itself. */
function italic(name: string): string {
  return name.replace(/^[a-gi-z]/, (letter) => String.fromCodePoint(0x1d44e - 97 + letter.charCodeAt(0)));
}

export function numberNode(value: number, digits: number): MathNode {
  const { mantissa, exponent } = printed(value, digits);
  if (exponent === null) return mn(mantissa);
  const ten: MathNode = { tag: "msup", children: [mn("10"), mn(String(exponent).replace("-", "−"))] };
  return row(mn(mantissa), mo("×"), ten);
}

/** The terms of a sum, or in numbers the factors of a product, each with its sign: lines may be broken between them. */
export function piecesOf(formula: Formula, shown: Shown): MathNode[] {
  if (formula.kind === "sum") return termsOf(formula.terms, shown, true);
  if (formula.kind === "product" && shown !== null) {
    return formula.factors.map((factor, index) => {
      const node = within(factor, shown, Binding.Power, index === 0);
      return index === 0 ? node : row(infix("×", index), node);
    });
  }
  return [mathOf(formula, shown)];
}

function termsOf(terms: readonly Formula[], shown: Shown, lead: boolean): MathNode[] {
  return terms.map((term, index) => {
    if (term.kind === "negative") return row(infix("−", index), within(term.of, shown, Binding.Product));
    if (index === 0) return within(term, shown, Binding.Sum, lead);
    return row(infix("+", index), within(term, shown, Binding.Product));
  });
}

/** `lead`: whether a minus may stand in front of it without brackets. */
export function mathOf(formula: Formula, shown: Shown, lead = true): MathNode {
  switch (formula.kind) {
    case "letter": {
      const { letter, value } = formula;
      return { ...(shown === null ? letterNode(letter) : numberNode(value, shown)), about: { letter, value } };
    }
    case "constant":
      return numberNode(formula.value, 9);
    case "sum":
      return row(...termsOf(formula.terms, shown, lead));
    case "minus":
      return row(
        within(formula.left, shown, Binding.Sum, lead),
        mo("−"),
        within(formula.right, shown, Binding.Product),
      );
    case "negative":
      return row(mo("−"), within(formula.of, shown, Binding.Product));
    case "product":
      return row(
        ...formula.factors.flatMap((factor, index) => {
          const node = within(factor, shown, Binding.Power, lead && index === 0);
          return index === 0 ? [node] : [mo(shown === null ? "\u2062" : "×"), node];
        }),
      );
    case "fraction":
      return { tag: "mfrac", children: [mathOf(formula.above, shown), mathOf(formula.below, shown)] };
    case "power":
      return { tag: "msup", children: [within(formula.base, shown, Binding.Whole), mathOf(formula.exponent, shown)] };
    case "operation":
      return operationNode(formula.operation, formula.of, shown);
  }
}

function operationNode(operation: Operation, argument: Formula, shown: Shown): MathNode {
  const inner = mathOf(argument, shown);
  switch (operation) {
    case "root":
      return { tag: "msqrt", children: [inner] };
    case "abs":
      return row(mo("|"), inner, mo("|"));
    case "exp":
      return { tag: "msup", children: [mi("e"), inner] };
    case "max0":
      return row(mi("max"), ...bracketed(mn("0"), mo(","), inner));
    default:
      return row(mi(NAMES[operation]), ...bracketed(inner));
  }
}

const NAMES = { sign: "sgn", ln: "ln", tanh: "tanh", sin: "sin", cos: "cos", normal: "Φ", density: "φ" } as const;

/** A part, in brackets where it would be read otherwise without. */
function within(part: Formula, shown: Shown, least: Binding, lead = false): MathNode {
  if (bindingOf(part, shown, lead) >= least) return mathOf(part, shown, lead);
  return row(...bracketed(mathOf(part, shown)));
}

function bindingOf(formula: Formula, shown: Shown, lead: boolean): Binding {
  switch (formula.kind) {
    case "letter":
    case "constant": {
      if (formula.kind === "letter" && shown === null) return Binding.Whole;
      const { mantissa, exponent } = printed(formula.value, shown ?? 9);
      if (mantissa.startsWith("−")) return lead ? Binding.Power : Binding.Sum;
      return exponent === null ? Binding.Whole : Binding.Power;
    }
    case "sum":
    case "minus":
    case "negative":
      return Binding.Sum;
    case "product":
      return Binding.Product;
    case "fraction":
    case "power":
      return Binding.Power;
    case "operation":
      return formula.operation === "exp" ? Binding.Power : Binding.Whole;
  }
}
