/** With how many digits an equation is printed: as many as it takes to check it by hand. */
import { isPlain } from "../../ui/format";
import { type Equation, evaluate } from "./formula";

/** Significant digits of the numbers that go in and of the one that comes out. */
export interface Digits {
  readonly inputs: number;
  readonly result: number;
}

/** A number as it is printed: mantissa × 10^exponent. */
export interface Printed {
  /** With U+2212 for minus. */
  readonly mantissa: string;
  readonly exponent: number | null;
}

/** From the shortest that is worth reading to all the digits that 32 bits have. */
const CHOICES: readonly Digits[] = [
  { inputs: 5, result: 5 },
  { inputs: 6, result: 5 },
  { inputs: 7, result: 5 },
  { inputs: 6, result: 4 },
  { inputs: 7, result: 4 },
  { inputs: 8, result: 4 },
  { inputs: 9, result: 4 },
  { inputs: 9, result: 3 },
  { inputs: 9, result: 2 },
];

/** What is smaller counts as 0 in 32 bits. */
const SMALLEST = 1.2e-38;

/**
 * The fewest digits with which the printed numbers, put through the formula, give the printed result, digit by digit; null
 * where rounding in 32 bits has left nothing to be compared.
 */
export function digitsOf({ right, value }: Equation): Digits | null {
  const fits = ({ inputs, result }: Digits): boolean => {
    const found = evaluate(right, (number) => rounded(number, inputs));
    if (Math.max(Math.abs(found), Math.abs(value)) < SMALLEST) return true;
    return rounded(found, result) === rounded(value, result);
  };
  return CHOICES.find(fits) ?? null;
}

/** The digits of an equation that cannot be checked so. */
export const ROUGH: Digits = { inputs: 9, result: 2 };

/** What is printed of a number, as a number. */
export function rounded(value: number, digits: number): number {
  return Number.isInteger(value) && isPlain(value) ? value : Number(value.toPrecision(shown(value, digits)));
}

/** Of a number that is printed without a power of ten, its whole part is printed whole. */
function shown(value: number, digits: number): number {
  return isPlain(value) ? Math.max(digits, Math.floor(Math.log10(Math.abs(value))) + 1) : digits;
}

export function printed(value: number, digits: number): Printed {
  const number = rounded(value, digits);
  const size = Math.abs(number);
  const minus = number < 0 ? "−" : "";
  if (isPlain(number)) return { mantissa: minus + String(size), exponent: null };
  const [mantissa = "", exponent = "0"] = size.toExponential(digits - 1).split("e");
  return { mantissa: minus + String(Number(mantissa)), exponent: Number(exponent) };
}
