import { describe, expect, it } from "vitest";
import { layerOf } from "../shared/experiment.testing";
import { Detail, layersEqual } from "./detail";

/** What a detail settles at where a column squared costs so many milliseconds. */
function settled(cost: number, detail = new Detail()): number {
  for (let frame = 0; frame < 50; frame += 1) detail.took(detail.columns, cost * detail.columns ** 2);
  return detail.columns;
}

describe("Detail", () => {
  it("is full where there is time for it", () => {
    expect(settled(0.5 / 288 ** 2)).toBe(288);
  });

  it("is coarser the more a painting costs, within bounds", () => {
    expect(settled(3 / 288 ** 2)).toBe(192);
    expect(settled(1000 / 288 ** 2)).toBe(96);
  });

  it("comes back once paintings are cheap again, and does not swing", () => {
    const detail = new Detail();
    settled(1000 / 288 ** 2, detail);
    expect(settled(0.5 / 288 ** 2, detail)).toBe(288);
    const swinging = new Set(Array.from({ length: 20 }, () => settled(1.9 / 288 ** 2)));
    expect(swinging.size).toBe(1);
  });

  it("forgives one slow frame", () => {
    const detail = new Detail();
    settled(0.5 / 288 ** 2, detail);
    detail.took(288, 3);
    expect(detail.columns).toBe(288);
  });
});

it("the same parameters are the same background, NaN or not", () => {
  const layers = () => [layerOf(2, 1, [1, Number.NaN], [3])];
  expect(layersEqual(layers(), layers())).toBe(true);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, 2], [3])])).toBe(false);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, Number.NaN], [4])])).toBe(false);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, Number.NaN])])).toBe(false);
  expect(layersEqual(layers(), [])).toBe(false);
});
