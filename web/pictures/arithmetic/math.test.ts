import { expect, test } from "vitest";
import {
  constant,
  exp,
  type Formula,
  fraction,
  letter,
  ln,
  minus,
  negative,
  power,
  product,
  square,
  sum,
} from "./formula";
import { lettersOf } from "./letters";
import { type MathNode, mathOf, piecesOf } from "./math";

const x = letter({ name: "x", below: "1", meaning: "a score" }, -2);
const y = letter({ name: "y", meaning: "a prediction" }, 3);

/** Everything that is written, in its order; fractions and powers by their signs. */
function textOf({ tag, text, children = [] }: MathNode): string {
  const parts = children.map(textOf);
  if (tag === "mfrac") return `{${parts.join("/")}}`;
  if (tag === "msup") return parts.join("^");
  if (tag === "msub") return parts.join("_");
  return text ?? parts.join("");
}
const numbers = (formula: Formula): string => textOf(mathOf(formula, 5));

test("a negative number has brackets wherever a sign stands before it", () => {
  expect(numbers(product(x, y))).toBe("−2×3");
  expect(numbers(product(y, x))).toBe("3×(−2)");
  expect(numbers(sum(y, x))).toBe("3+(−2)");
  expect(numbers(sum(y, product(x, y)))).toBe("3+(−2)×3");
  expect(numbers(minus(y, x))).toBe("3−(−2)");
  expect(numbers(square(x))).toBe("(−2)^2");
  expect(numbers(negative(x))).toBe("−(−2)");
  expect(numbers(fraction(x, y))).toBe("{−2/3}");
});

test("what is added up or taken off has brackets within a product or a power", () => {
  expect(numbers(product(minus(constant(1), y), y))).toBe("(1−3)×3");
  expect(numbers(minus(y, sum(y, y)))).toBe("3−(3+3)");
  expect(numbers(power(sum(y, y), constant(2)))).toBe("(3+3)^2");
  expect(numbers(exp(negative(y)))).toBe("e^−3");
  expect(numbers(ln(sum(constant(1), y)))).toBe("ln(1+3)");
});

test("lines break between terms, in numbers also between factors", () => {
  expect(piecesOf(sum(y, x, negative(y)), 5).map(textOf)).toEqual(["3", "+(−2)", "−3"]);
  expect(piecesOf(product(y, x), 5).map(textOf)).toEqual(["3", "×(−2)"]);
  expect(piecesOf(product(y, x), null).map(textOf)).toEqual(["y\u2062x_1"]);
});

test("every letter is told once", () => {
  const right = sum(product(x, y), square(x), fraction(y, constant(2)));
  const letters = lettersOf([{ title: "", left: { name: "z", meaning: "a sum" }, right, value: 1 }]);
  expect(letters.map(({ letter: { name }, value }) => [name, value])).toEqual([
    ["x", -2],
    ["y", 3],
    ["z", 1],
  ]);
});
