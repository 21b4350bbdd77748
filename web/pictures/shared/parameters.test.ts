import { expect, it } from "vitest";
import { layerOf } from "../shared/experiment.testing";
import { biasIndex, countOf, parametersByUnit, unitOf, weightIndex } from "./parameters";

const layers = [layerOf(2, 3, new Array(6).fill(0), [0, 0, 0]), layerOf(3, 1, [0, 0, 0], [0])];

it("parameters lie layer by layer, weights unit by unit before the biases", () => {
  expect(weightIndex(layers, 0, 0, 0)).toBe(0);
  expect(weightIndex(layers, 0, 2, 1)).toBe(5);
  expect(biasIndex(layers, 0, 0)).toBe(6);
  expect(weightIndex(layers, 1, 0, 2)).toBe(11);
  expect(biasIndex(layers, 1, 0)).toBe(12);
  expect(countOf(layers)).toBe(13);
});

it("a parameter of the first layer knows its unit", () => {
  expect([0, 1, 2, 5, 6, 8].map((index) => unitOf(layers, index))).toEqual([0, 0, 1, 2, 0, 2]);
});

it("a layer without biases takes no room for them", () => {
  expect(weightIndex([layerOf(2, 2, [1, 2, 3, 4]), layerOf(2, 1, [5, 6])], 1, 0, 0)).toBe(4);
});

it("parameters are numbered layer by layer, the weights before the biases", () => {
  const units = parametersByUnit([layerOf(2, 2, [1, 2, 3, 4], [5, 6]), layerOf(2, 1, [7, 8], [9])]);
  expect(units.map((places) => places.map(({ index }) => index))).toEqual([
    [0, 1, 4],
    [2, 3, 5],
    [6, 7, 8],
  ]);
});
