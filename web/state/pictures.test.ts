import { expect, it } from "vitest";
import { example } from "../edits/example.testing";
import { obstacleOf, PICTURE_NAMES, Pictures } from "./pictures.svelte";

it("a picture that is opened stands in its place, and each case keeps its own", () => {
  const pictures = new Pictures();
  pictures.show("award", "metrics");
  pictures.show("award", "curve");
  expect(pictures.columns("award")).toEqual([
    ["boundary", "curve"],
    ["weights", "metrics"],
  ]);
  expect(pictures.isOpen("honours", "metrics")).toBe(false);
  pictures.close("award", "boundary");
  expect(pictures.columns("award")).toEqual([["curve"], ["weights", "metrics"]]);
});

it("the next picture stands where there is more room, and moves none that is open", () => {
  const pictures = new Pictures();
  let before = pictures.columns("award");
  for (const name of [...PICTURE_NAMES].reverse()) {
    pictures.show("award", name);
    const now = pictures.columns("award");
    before.forEach((column, index) => {
      expect(now[index]).toEqual(expect.arrayContaining([...column]));
    });
    before = now;
  }
  expect(before.flat().sort()).toEqual([...PICTURE_NAMES].sort());
  pictures.show("award", "race");
  expect(pictures.columns("award")).toBe(before);
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
