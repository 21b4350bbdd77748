import { describe, expect, it } from "vitest";
import { experimentOf, student } from "../shared/experiment.testing";
import { hasResponse, hiddenTint, neuronIndex, outputTint, responseOf, responsePixels } from "./response";

const colors = {
  paper: [255, 255, 255] as const,
  negative: [200, 0, 0] as const,
  positive: [0, 0, 200] as const,
  classes: [[1, 1, 1] as const, [2, 2, 2] as const, [0, 100, 0] as const],
} as unknown as Parameters<typeof responsePixels>[2];
const pixel = (value: number, tint: Parameters<typeof responsePixels>[1]) => [
  ...responsePixels(Float32Array.from([value]), tint, colors),
];

describe("responsePixels", () => {
  it("are paper at zero, and stronger with the answer, in the colour of its sign", () => {
    const tint = { kind: "signed", limit: 2 } as const;
    expect(pixel(0, tint)).toEqual([255, 255, 255, 255]);
    const [half, full, beyond] = [pixel(1, tint), pixel(2, tint), pixel(9, tint)];
    expect(half[0]).toBeGreaterThan(full[0] ?? 0);
    expect(full[2]).toBeGreaterThan(full[0] ?? 255);
    expect(beyond).toEqual(full);
    expect(pixel(-2, tint)[0]).toBeGreaterThan(pixel(-2, tint)[2] ?? 255);
  });

  it("have the middle of a range as paper", () => {
    const tint = { kind: "range", low: 0, high: 1 } as const;
    expect(pixel(0.5, tint)).toEqual([255, 255, 255, 255]);
    expect(pixel(1, tint)[0]).toBeLessThan(pixel(0.6, tint)[0] ?? 0);
  });

  it("have a class's own colour by its probability", () => {
    const [red, green, blue] = pixel(1, { kind: "class", index: 2 });
    expect(green).toBeGreaterThan(Math.max(red ?? 0, blue ?? 0));
    expect(pixel(0, { kind: "class", index: 2 })).toEqual([255, 255, 255, 255]);
  });

  it("are paper where there is no number", () => {
    expect(pixel(Number.NaN, { kind: "signed", limit: 1 })).toEqual([255, 255, 255, 255]);
  });
});

describe("a neuron's scale", () => {
  it("is one where answers are bounded, its layer's largest where they are not", () => {
    expect(hiddenTint("tanh", 0.3)).toEqual({ kind: "signed", limit: 1 });
    expect(hiddenTint("relu", 40)).toEqual({ kind: "signed", limit: 40 });
    expect(hiddenTint("relu", 0)).toEqual({ kind: "signed", limit: 1 });
  });

  it("is the boundary's for an output", () => {
    const numbers = experimentOf(["德育"], [], [student("甲", [90], 80), student("乙", [70], 60)]);
    expect(outputTint(numbers, 0)).toEqual({ kind: "range", low: 60, high: 80 });
    const award = experimentOf(["德育"], ["否", "是"], []);
    expect(outputTint(award, 0)).toEqual({ kind: "range", low: 0, high: 1 });
    const softmax = { ...award, model: { ...award.model, output: "softmax" as const } };
    expect(outputTint(softmax, 1)).toEqual({ kind: "class", index: 1 });
  });
});

describe("the answers of all neurons", () => {
  it("lie neuron by neuron, layer after layer", () => {
    const layers = [{ units: 6 }, { units: 4 }, { units: 1 }];
    expect(neuronIndex(layers, 1, 2)).toBe(8);
    expect(neuronIndex(layers, 2, 0)).toBe(10);
    const responses = { columns: 2, rows: 1, values: Float32Array.from([1, 2, 3, 4, 5, 6]) };
    expect([...responseOf(responses, 1)]).toEqual([3, 4]);
    expect([2, 3].map((neuron) => hasResponse(responses, neuron))).toEqual([true, false]);
  });
});
