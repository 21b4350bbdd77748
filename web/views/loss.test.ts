import { describe, expect, it } from "vitest";
import { epochRange, lossData, lossRange, lossTicks, readingAt } from "./loss";

const history = {
  epochs: Float64Array.of(0, 1, 2, 3),
  losses: Float64Array.of(61, 0.5, 0, Number.POSITIVE_INFINITY),
  heldOut: Float64Array.of(70, 1, Number.NaN, 0.2),
};

describe("lossData", () => {
  it("drops what is not finite", () => {
    expect(lossData(history, false, false)).toEqual([
      [0, 1, 2, 3],
      [61, 0.5, 0, null],
    ]);
  });

  it("drops zeros from a logarithmic chart", () => {
    expect(lossData(history, true, true).slice(1)).toEqual([
      [61, 0.5, null, null],
      [70, 1, null, 0.2],
    ]);
  });
});

describe("lossRange", () => {
  it("starts at zero", () => {
    const [low, high] = lossRange(0.5, 61, false);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(61);
  });

  it("goes from power of ten to power of ten on request", () => {
    expect(lossRange(0.2, 61, true)).toEqual([0.1, 100]);
    expect(lossRange(10, 10, true)).toEqual([1, 10]);
  });

  it("is finite and has width whatever the losses are", () => {
    for (const [low, high] of [
      [null, null],
      [0, 0],
      [1e-300, 1e308],
      [5, 5],
    ] as const) {
      for (const logarithmic of [false, true]) {
        const [bottom, top] = lossRange(low, high, logarithmic);
        expect(Number.isFinite(top) && top > bottom).toBe(true);
        expect(lossTicks([bottom, top], logarithmic, 200).length).toBeGreaterThan(0);
      }
    }
  });
});

describe("epochRange", () => {
  it("is one epoch wide before training", () => {
    expect(epochRange(null, null)).toEqual([0, 1]);
    expect(epochRange(0, 0)).toEqual([0, 1]);
    expect(epochRange(0, 250)).toEqual([0, 250]);
  });
});

describe("readingAt", () => {
  it("is the row under the pointer, else the last", () => {
    expect(readingAt(history, 1)).toEqual({ epoch: 1, loss: 0.5, heldOut: 1 });
    expect(readingAt(history, null)?.epoch).toBe(3);
    expect(readingAt(history, 99)?.epoch).toBe(3);
  });

  it("is nothing before there is any", () => {
    expect(
      readingAt({ epochs: new Float64Array(), losses: new Float64Array(), heldOut: new Float64Array() }, null),
    ).toBeNull();
  });
});
