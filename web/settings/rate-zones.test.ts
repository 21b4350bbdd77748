import { expect, test } from "vitest";
import { sliderFraction, zoneOf, zonesOf } from "./rate-zones";

const bound = { kind: "bound", largest: 0.4, exact: true, diverges: 0.4, at_rest: false } as const;

test("the bound divides rates of plain gradient descent into slow, good, oscillating and diverging", () => {
  const ranges = zonesOf(bound, "sgd", "squared");
  const zones = [0.001, 0.02, 0.1, 0.2, 0.39, 0.4, 7].map((rate) => zoneOf(rate, ranges, false));
  expect(zones).toEqual(["slow", "good", "good", "oscillates", "oscillates", "diverges", "diverges"]);
});

test("where nothing pulls, no rate swings or diverges", () => {
  const ranges = zonesOf(bound, "sgd", "squared");
  expect([0.001, 0.39, 0.4, 7].map((rate) => zoneOf(rate, ranges, true))).toEqual(["still", "still", "still", "still"]);
});

test("with momentum there are two zones", () => {
  const ranges = zonesOf(bound, "momentum", "squared");
  expect([0.001, 0.39, 0.41].map((rate) => zoneOf(rate, ranges, false))).toEqual(["settles", "settles", "diverges"]);
});

test("without constant curvature nothing is guaranteed on either side of the bound", () => {
  const ranges = zonesOf({ ...bound, exact: false, diverges: null }, "sgd", "squared");
  expect([0.001, 0.39, 0.41, 1e6].map((rate) => zoneOf(rate, ranges, false))).toEqual([
    "below",
    "below",
    "swings",
    "swings",
  ]);
});

test("a rate has a position on the logarithmic slider", () => {
  expect([1e-7, 1e-3, 10, 1e-12, 1e3, Number.POSITIVE_INFINITY, 0].map(sliderFraction)).toEqual([
    0, 0.5, 1, 0, 1, 1, 0,
  ]);
});

test("an optimizer that divides gradients by their size is below its bound or oscillates", () => {
  const ranges = zonesOf({ ...bound, exact: false, diverges: null }, "adam", "squared");
  expect([0.39, 0.41, 1e6].map((rate) => zoneOf(rate, ranges, false))).toEqual(["below", "swings", "swings"]);
});

test("the oscillating zone ends where weight decay alone diverges", () => {
  const ranges = zonesOf({ ...bound, exact: false, diverges: 2 }, "adamw", "squared");
  expect([0.39, 0.41, 1.99, 2].map((rate) => zoneOf(rate, ranges, false))).toEqual([
    "below",
    "swings",
    "swings",
    "diverges",
  ]);
  const planes = zonesOf(bound, "adamw", "absolute");
  expect([0.39, 0.4].map((rate) => zoneOf(rate, planes, false))).toEqual(["below", "diverges"]);
});

test("an absolute loss is below the bound of its penalty or diverges: over its edges no rate settles", () => {
  for (const optimizer of ["sgd", "momentum"] as const) {
    const ranges = zonesOf(bound, optimizer, "absolute");
    expect([0.001, 0.39, 0.4].map((rate) => zoneOf(rate, ranges, false))).toEqual(["below", "below", "diverges"]);
  }
});
