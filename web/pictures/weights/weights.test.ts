import { describe, expect, it } from "vitest";
import { experimentOf, frameOf, layerOf, student } from "../shared/experiment.testing";
import { barLimit, barOf, biasLimit, formatWeight, signOf, weightGroups } from "./weights";

describe("weightGroups", () => {
  it("has one group for one output, without a class", () => {
    const frame = { ...frameOf(1, []), layers: [layerOf(3, 1, [0.5, 0.25, 0.125], [-80])] };
    expect(weightGroups(frame)).toEqual([{ classIndex: -1, weights: [0.5, 0.25, 0.125], bias: -80 }]);
  });

  it("has one group a class, each with its own row of weights", () => {
    const frame = { ...frameOf(2, []), layers: [layerOf(2, 2, [1, 2, 3, 4])] };
    expect(weightGroups(frame).map(({ weights }) => weights)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(weightGroups(frame)[0]?.bias).toBeNaN();
  });
});

describe("bars", () => {
  const experiment = experimentOf(["德育"], [], [student("甲", [90], 85)]);
  const group = (...weights: number[]) => [{ classIndex: -1, weights, bias: Number.NaN }];

  it("end at a round weight that none passes", () => {
    expect(barLimit(group(0.6, -0.3), experiment)).toBe(1);
    expect(barLimit(group(3), experiment)).toBe(5);
  });

  it("leave room for the school's weights where they are to be seen", () => {
    expect(barLimit(group(0.3), experiment)).toBe(0.5);
    expect(barLimit(group(0.3), experiment, [0.6, 0.3])).toBe(1);
  });

  it("of biases have a scale of their own: what moves a threshold through all scores, and the bias itself", () => {
    expect(biasLimit([{ classIndex: -1, weights: [0.5, 0.5], bias: 0 }], experiment)).toBe(100);
    expect(biasLimit([{ classIndex: -1, weights: [0.5, 0.5], bias: -300 }], experiment)).toBe(500);
    expect(biasLimit(group(0), experiment)).toBe(1);
  });

  it("do not fill the track with the first updates' small weights", () => {
    expect(barLimit(group(0.003), experiment)).toBe(0.5);
  });

  it("reach from the middle to the weight", () => {
    expect(barOf(0.5, 1)).toEqual({ left: 50, width: 25 });
    expect(barOf(-1, 1)).toEqual({ left: 0, width: 50 });
  });

  it("stay inside the track, and empty where there is no number", () => {
    expect(barOf(9, 1)).toEqual({ left: 50, width: 50 });
    expect(barOf(Number.NaN, 1)).toEqual({ left: 50, width: 0 });
    expect(barLimit(group(Number.NaN, Number.POSITIVE_INFINITY), experiment)).toBe(0.5);
  });

  it("are coloured by sign", () => {
    expect([-2, 0, 3, Number.NaN].map(signOf)).toEqual(["negative", "zero", "positive", "zero"]);
  });
});

describe("formatWeight", () => {
  it("keeps its decimals while the number runs", () => {
    expect([0.6, 0.30001, -80, 0, -950.5].map(formatWeight)).toEqual([
      "0.60000",
      "0.30001",
      "−80.0000",
      "0.00000",
      "−950.50",
    ]);
  });

  it("shows a very small weight, and none where there is none", () => {
    expect(formatWeight(0.00002)).toBe("0.00002");
    expect(formatWeight(Number.NaN)).toBe("–");
  });
});
