import { expect, test } from "vitest";
import { experimentOf } from "../../pictures/shared/experiment.testing";
import { classOf, firstGuess, obstacleOf, parametersOfGuess, randomWeights, unseenClass } from "./school";

/** Returns the same numbers again and again. */
function drawing(...numbers: number[]): () => number {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
}

test("secret weights sum to one, and none is zero", () => {
  for (const random of [drawing(0), drawing(0.99), drawing(0.1, 0.5, 0.9)]) {
    const weights = randomWeights(3, random);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  }
  expect(randomWeights(3, drawing(0))).toEqual([0.9, 0.05, 0.05]);
});

test("fresh students follow the same rule under another seed", () => {
  const maker = classOf("award", ["a", "b"], drawing(0.3));
  expect(maker.rule.outcome).toEqual({ kind: "award", threshold: 95, noise: 0 });
  const fresh = unseenClass({ weights: [0, 0], threshold: null }, ["a", "b"], 7);
  expect([fresh.rule.weights, fresh.rule.outcome, fresh.seed]).toEqual([[0, 0], { kind: "total", noise: 0 }, 7]);
});

test("a guess becomes the weights and the bias of a layer", () => {
  const { model } = experimentOf(["a", "b"], [], []);
  const guess = { weights: [0.7, 0.3], mark: 90 };
  expect(parametersOfGuess(guess, { model: { ...model, bias: true } }, "award")).toEqual([0.7, 0.3, -90]);
  expect(parametersOfGuess(guess, { model: { ...model, bias: true } }, "total")).toEqual([0.7, 0.3, 0]);
  expect(parametersOfGuess(guess, { model: { ...model, bias: false } }, "total")).toEqual([0.7, 0.3]);
  expect(firstGuess(3).weights).toEqual([0.33, 0.33, 0.33]);
});

test("a game that cannot be played has a reason", () => {
  const { model } = experimentOf(["a"], [], []);
  const rule = { weights: [1], threshold: 95, kept: true, made: true };
  const hidden = [{ units: 2, activation: "tanh" as const }];
  expect(obstacleOf({ model }, 1, null)).toBe("noRule");
  expect(obstacleOf({ model: { ...model, hidden } }, 1, rule)).toBe("hasLayers");
  expect(obstacleOf({ model: { ...model, bias: false } }, 1, rule)).toBe("noMark");
  expect(obstacleOf({ model: { ...model, bias: true } }, 1, rule)).toBeNull();
});
