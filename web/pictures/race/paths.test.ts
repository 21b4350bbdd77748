import { expect, test } from "vitest";
import type { Frame } from "../../engine/engine";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { drawPaths, pathOf, pathScales } from "./paths";

const box = { left: 40, top: 0, right: 240, bottom: 200 };

test("a path is every kept point of two weights and where the run is", () => {
  const layers = [{ inputs: 2, units: 1, weights: Float32Array.of(0.5, 0.25), biases: Float32Array.of(9) }];
  const trace = Float32Array.of(0, 1, 7, 0.25, 0.75, 8);
  expect(pathOf({ layers } as unknown as Frame, trace, 0, 1)).toEqual([
    [0, 1],
    [0.25, 0.75],
    [0.5, 0.25],
  ]);
  expect(pathOf({ layers } as unknown as Frame, new Float32Array(), 1, 0)).toEqual([[0.25, 0.5]]);
});

test("a run that ran away makes no other too small to be seen", () => {
  const stays = [
    [0, 0],
    [1, 1],
  ] as const;
  const away = [
    [0, 0],
    [2, 2],
    [1e15, -1e15],
  ] as const;
  const { x } = pathScales([stays, away], [false, true], null, box);
  expect(x.domain[1]).toBeLessThan(1.5);
  expect(pathScales([away], [true], null, box).x.domain[1]).toBeGreaterThanOrEqual(2);
  const { pencil, calls } = recordingPencil();
  drawPaths(pencil, box, pathScales([stays, away], [false, true], null, box), [stays, away], [0.5, 0.5], TEST_THEME);
  const numbers = calls.flatMap(({ args }) => args.flat()).filter((one): one is number => typeof one === "number");
  expect(numbers.every((one) => Math.abs(one) <= 4000)).toBe(true);
  // Nothing is drawn beside the box.
  expect(calls.find(({ name }) => name === "clip")).toBeDefined();
  // An end a run, and the rule's cross of two lines.
  expect(calls.filter(({ name }) => name === "arc")).toHaveLength(2);
});

test("the rule is in the picture, however far off", () => {
  const path = [
    [0, 0],
    [0.1, 0.1],
  ] as const;
  const { x, y } = pathScales([path], [false], [0.9, -0.5], box);
  expect(x.domain[1]).toBeGreaterThanOrEqual(0.9);
  expect(y.domain[0]).toBeLessThanOrEqual(-0.5);
});
