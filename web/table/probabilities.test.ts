import { expect, it } from "vitest";
import { probabilitiesOf } from "./probabilities";

it("a softmax gives the probability of every class", () => {
  const frame = {
    outputs: 3,
    predictions: Float32Array.of(0, 0, 1, 0.5, 0.25, 0.25),
    probabilities: Float32Array.of(1, 0.5),
  };
  expect(probabilitiesOf(frame, 3, 1)).toEqual([0.5, 0.25, 0.25]);
});

it("with two classes the single output is the probability of the second", () => {
  const frame = { outputs: 1, predictions: Float32Array.of(0.25), probabilities: Float32Array.of(0.75) };
  expect(probabilitiesOf(frame, 2, 0)).toEqual([0.75, 0.25]);
});

it("numbers, and outputs that are not probabilities, have none", () => {
  const frame = { outputs: 1, predictions: Float32Array.of(85), probabilities: new Float32Array() };
  expect(probabilitiesOf(frame, 0, 0)).toEqual([]);
  expect(probabilitiesOf({ ...frame, probabilities: Float32Array.of(Number.NaN) }, 2, 0)).toEqual([]);
});
