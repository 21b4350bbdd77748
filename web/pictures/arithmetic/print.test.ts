import { expect, test } from "vitest";
import { constant, type Equation, fraction, letter, minus, product, sum } from "./formula";
import { digitsOf, printed } from "./print";

const equation = (right: Equation["right"], value: number): Equation => ({
  title: "",
  left: { name: "a", meaning: "" },
  right,
  value,
});
const x = (value: number): Equation["right"] => letter({ name: "x", meaning: "" }, value);

test("numbers are printed with so many digits, whole ones whole, large and small ones by powers of ten", () => {
  expect(printed(0.1234567, 5)).toEqual({ mantissa: "0.12346", exponent: null });
  expect(printed(Math.fround(0.1), 5)).toEqual({ mantissa: "0.1", exponent: null });
  expect(printed(-85, 3)).toEqual({ mantissa: "−85", exponent: null });
  expect(printed(112_414.5, 5)).toEqual({ mantissa: "112415", exponent: null });
  expect(printed(-1.25e-7, 5)).toEqual({ mantissa: "−1.25", exponent: -7 });
  expect(printed(3e9, 5)).toEqual({ mantissa: "3", exponent: 9 });
  expect(printed(0, 5)).toEqual({ mantissa: "0", exponent: null });
});

test("as few digits are printed as it takes to get the result by hand", () => {
  expect(digitsOf(equation(sum(x(1 / 3), x(1)), 4 / 3))).toEqual({ inputs: 5, result: 5 });
  // The difference of two numbers near each other needs more of them.
  const near = equation(minus(x(85.123_456), x(85.1)), 0.023_456);
  expect(digitsOf(near)?.inputs).toBeGreaterThan(6);
});

test("the result by hand is the printed one, digit by digit", () => {
  // 2 × (84.4384 − 85) would be −1.1232.
  const slope = equation(product(constant(2), minus(x(84.438_438), x(85))), -1.123_124);
  expect(digitsOf(slope)).toEqual({ inputs: 7, result: 5 });
});

test("where rounding is all that is left, nothing is claimed", () => {
  expect(digitsOf(equation(minus(x(0.1), x(0.1)), 3e-9))).toBeNull();
  expect(digitsOf(equation(fraction(constant(1), x(0)), 5))).toBeNull();
  // What 32 bits cannot hold is 0.
  expect(digitsOf(equation(x(1e-50), 0))).not.toBeNull();
});
