import { describe, expect, it } from "vitest";
import { layerOf } from "../shared/experiment.testing";
import { Detail, layersEqual, resolution } from "./detail";

/** What a detail settles at where a painting with every pixel costs so many milliseconds. */
function settled(cost: number, detail = new Detail()): number {
  for (let frame = 0; frame < 50; frame += 1) detail.took(detail.part, cost * detail.part ** 2);
  return detail.part;
}

describe("Detail", () => {
  it("is full where there is time for it", () => {
    expect(settled(4)).toBe(1);
  });

  it("is coarser the more a painting costs, within bounds", () => {
    expect(settled(30)).toBe(0.5);
    expect(settled(1000)).toBe(0.25);
  });

  it("comes back once paintings are cheap again, and does not swing", () => {
    const detail = new Detail();
    settled(1000, detail);
    expect(settled(4, detail)).toBe(1);
    const swinging = new Set(Array.from({ length: 20 }, () => settled(9)));
    expect(swinging.size).toBe(1);
  });

  it("forgives one slow frame", () => {
    const detail = new Detail();
    settled(4, detail);
    detail.took(1, 14);
    expect(detail.part).toBe(1);
  });
});

it("every device pixel is painted, up to 400,000", () => {
  expect(resolution(300, 280, 2)).toBe(2);
  expect(resolution(600, 600, 1)).toBe(1);
  expect(resolution(600, 600, 2) ** 2 * 600 * 600).toBeCloseTo(400_000);
});

it("the same parameters are the same background, NaN or not", () => {
  const layers = () => [layerOf(2, 1, [1, Number.NaN], [3])];
  expect(layersEqual(layers(), layers())).toBe(true);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, 2], [3])])).toBe(false);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, Number.NaN], [4])])).toBe(false);
  expect(layersEqual(layers(), [layerOf(2, 1, [1, Number.NaN])])).toBe(false);
  expect(layersEqual(layers(), [])).toBe(false);
});
