import { describe, expect, it } from "vitest";
import { experimentOf } from "../shared/experiment.testing";
import { biasForThreshold, ghostWeights, ruleFits } from "./rule";

const rule = { weights: [0.6, 0.3, 0.1], threshold: 95 };
const group = (weights: number[], bias = Number.NaN) => ({ classIndex: -1, weights, bias });
const total = experimentOf(["德育", "智育", "体育"], [], []);
const award = { ...total, model: { ...total.model, output: "sigmoid" as const } };

describe("the school's rule", () => {
  it("is laid beside one output's weights of as many subjects", () => {
    expect(ruleFits(rule, [group([1, 2, 3])])).toBe(true);
    expect(ruleFits(rule, [group([1, 2])])).toBe(false);
    expect(ruleFits(rule, [group([1, 2, 3]), group([1, 2, 3])])).toBe(false);
    expect(ruleFits(null, [group([1, 2, 3])])).toBe(false);
  });

  it("has its own weights beside those of a total", () => {
    expect(ghostWeights(rule, group([9, 9, 9]), total)).toEqual([0.6, 0.3, 0.1]);
  });

  it("has its proportions at the size of an award's weights", () => {
    const ghosts = ghostWeights(rule, group([2, 2, 1]), award);
    expect(ghosts?.map((weight) => weight.toFixed(9))).toEqual(["3.000000000", "1.500000000", "0.500000000"]);
  });

  it("is not drawn while an award's weights have no sum to lay it to", () => {
    expect(ghostWeights(rule, group([0, 0, 0]), award)).toBeNull();
    expect(ghostWeights(rule, group([-1, 0, 0]), award)).toBeNull();
  });
});

describe("biasForThreshold", () => {
  it("is the bias at which the weighted total of the threshold comes to zero", () => {
    expect(biasForThreshold(group([0.5, 0.25, 0.25]), 95)).toBe(-95);
  });

  it("is none where the weights cancel out", () => {
    expect(biasForThreshold(group([1, -1]), 95)).toBeNull();
  });
});
