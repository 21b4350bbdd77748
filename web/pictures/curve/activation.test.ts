import { describe, expect, it } from "vitest";
import { experimentOf } from "../shared/experiment.testing";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { activationScales, activationsOf, drawActivation, indexAt, sumAt } from "./activation";

const box = { left: 30, top: 10, right: 230, bottom: 110 };
const relu = { values: Float32Array.of(0, 0, 0, 2.5, 5), slopes: Float32Array.of(0, 0, 0, 1, 1) };

describe("activationsOf", () => {
  it("names each function once, with its layers", () => {
    const experiment = experimentOf(["德育"], [], []);
    const layers = (...kinds: ("relu" | "tanh")[]) => ({
      ...experiment,
      model: { ...experiment.model, hidden: kinds.map((activation) => ({ units: 3, activation })) },
    });
    expect(activationsOf(layers("relu", "tanh", "relu"))).toEqual([
      { kind: "relu", layers: [1, 3] },
      { kind: "tanh", layers: [2] },
    ]);
    expect(activationsOf(experiment)).toEqual([]);
  });
});

describe("drawActivation", () => {
  it("draws the value over its slope, from edge to edge", () => {
    const { pencil, calls } = recordingPencil();
    drawActivation(pencil, box, activationScales(relu, box), relu, TEST_THEME);
    const strokes = calls.filter(({ name }) => name === "stroke").map(({ strokeStyle }) => strokeStyle);
    expect(strokes).toEqual(["hairline", "negative", "ink"]);
    const across = calls
      .filter(({ name }) => name === "lineTo" || name === "moveTo")
      .map(({ args }) => Number(args[0]));
    expect([Math.min(...across), Math.max(...across)]).toEqual([30, 230]);
  });
});

it("a pixel is read at the nearest place, inside the curve", () => {
  const scales = activationScales(relu, box);
  expect([0, 30, 131, 999].map((px) => indexAt(px, scales, 5))).toEqual([0, 0, 2, 4]);
  expect([0, 2, 4].map((index) => sumAt(index, 5))).toEqual([-5, 0, 5]);
});
