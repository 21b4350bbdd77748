import { expect, it } from "vitest";
import { example } from "../experiment/example.testing";
import { columnsOf, obstacleOf, PICTURE_NAMES, Pictures } from "./pictures.svelte";

it("a picture that is opened stands in its place, and each case keeps its own", () => {
  const pictures = new Pictures();
  pictures.show("award", "metrics");
  pictures.show("award", "curve");
  expect(pictures.open("award")).toEqual(["boundary", "weights", "curve", "metrics"]);
  expect(pictures.isOpen("honours", "metrics")).toBe(false);
  pictures.close("award", "boundary");
  expect(pictures.open("award")).toEqual(["weights", "curve", "metrics"]);
});

it("every open picture stands in one of two columns, the next where there is more room", () => {
  expect(columnsOf(["boundary", "weights", "metrics"])).toEqual([["boundary"], ["weights", "metrics"]]);
  expect(columnsOf(PICTURE_NAMES).flat().sort()).toEqual([...PICTURE_NAMES].sort());
  expect(columnsOf([])).toEqual([[], []]);
});

it("a triangle needs three weights that sum to one, or three probabilities", () => {
  expect(obstacleOf("triangle", example)).toBe("noTriangle");
  const summed = { ...example, model: { ...example.model, weights: "sum_to_one" as const } };
  expect(obstacleOf("triangle", summed)).toBeNull();
  const table = { ...example.table, classes: ["a", "b", "c"] };
  const model = { ...example.model, output: "softmax" as const };
  expect(obstacleOf("triangle", { ...example, table, model })).toBeNull();
});

it("bars of weights are for networks without hidden layers, an S-curve for a sigmoid or for hidden neurons", () => {
  const model = { ...example.model, hidden: [{ units: 2, activation: "tanh" as const }] };
  expect(obstacleOf("weights", { ...example, model })).toBe("hasLayers");
  expect(obstacleOf("curve", { ...example, model })).toBeNull();
  expect(obstacleOf("curve", example)).toBe("noCurve");
});
