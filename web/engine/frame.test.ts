import { expect, it } from "vitest";
import { historyOf, layersOf } from "./frame";

it("parameters are split into layers, weights before biases", () => {
  const shapes = [
    { inputs: 2, units: 3, bias: true },
    { inputs: 3, units: 1, bias: false },
  ];
  const [hidden, output] = layersOf(
    Float32Array.from({ length: 12 }, (_, i) => i),
    shapes,
  );
  expect(Array.from(hidden?.weights ?? [])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(Array.from(hidden?.biases ?? [])).toEqual([6, 7, 8]);
  expect(Array.from(output?.weights ?? [])).toEqual([9, 10, 11]);
  expect(output?.biases).toHaveLength(0);
});

it("history's rows become columns", () => {
  const history = historyOf(Float64Array.of(0, 5, Number.NaN, 1, 4, 6));
  expect(Array.from(history.epochs)).toEqual([0, 1]);
  expect(Array.from(history.losses)).toEqual([5, 4]);
  expect(Array.from(history.heldOut)).toEqual([Number.NaN, 6]);
});
