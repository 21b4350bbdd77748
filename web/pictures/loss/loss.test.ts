import { describe, expect, it } from "vitest";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { linearScale, logScale } from "../shared/scale";
import { type Curve, lossAtEpoch, lossDomains, lossRange, lossScales, lossTicks, readingAt, rowNearest } from "./loss";
import { drawLoss, drawRates } from "./loss-drawing";

const history = {
  epochs: Float64Array.of(0, 1, 2, 3),
  losses: Float64Array.of(61, 0.5, 0, Number.POSITIVE_INFINITY),
  heldOut: Float64Array.of(70, 1, Number.NaN, 0.2),
};
const curve: Curve = { history, hasHeldOut: false, rates: [] };
const LINEAR = { epochs: false, losses: false };
const LOGARITHMIC = { epochs: true, losses: true };
const BOX = { left: 40, top: 10, right: 340, bottom: 190 };

describe("lossDomains", () => {
  it("reaches over what every curve has, from zero", () => {
    const longer = { ...curve, history: { ...history, epochs: Float64Array.of(0, 1, 2, 40) } };
    const { x, y } = lossDomains([curve, longer], LINEAR);
    expect(x).toEqual([0, 50]);
    expect(y[0]).toBe(0);
    expect(y[1]).toBe(80);
    expect(lossDomains([{ ...curve, hasHeldOut: true }], LINEAR).y[1]).toBe(80);
  });

  it("leaves out of logarithmic axes what they have no place for: epoch 0, a loss of 0", () => {
    expect(lossDomains([curve], LOGARITHMIC)).toEqual({ x: [1, 10], y: [0.1, 1] });
    expect(lossDomains([curve], { epochs: false, losses: true }).y).toEqual([0.1, 100]);
  });

  it("grows in steps, not with every epoch and every loss", () => {
    const domains = Array.from({ length: 1000 }, (_, last) => {
      const epochs = Float64Array.from({ length: last + 1 }, (_, epoch) => epoch);
      const losses = epochs.map((epoch) => 7 + epoch ** 2);
      return JSON.stringify(lossDomains([{ ...curve, history: { epochs, losses, heldOut: losses } }], LINEAR));
    });
    expect(new Set(domains).size).toBeLessThan(60);
  });

  it("is one epoch wide before training", () => {
    const start = { epochs: Float64Array.of(0), losses: Float64Array.of(5), heldOut: Float64Array.of(Number.NaN) };
    expect(lossDomains([{ ...curve, history: start }], LINEAR).x).toEqual([0, 1]);
  });
});

describe("lossRange", () => {
  it("goes from power of ten to power of ten on request", () => {
    expect(lossRange([0.2, 61], true)).toEqual([0.1, 100]);
    expect(lossRange([10, 10], true)).toEqual([1, 10]);
  });

  it("is finite and has width and ticks whatever the losses are", () => {
    for (const reached of [null, [0, 0], [1e-300, 1e308], [5, 5]] as const) {
      for (const logarithmic of [false, true]) {
        const [bottom, top] = lossRange(reached, logarithmic);
        expect(Number.isFinite(top) && top > bottom).toBe(true);
        const scale = logarithmic ? logScale : linearScale;
        const scales = {
          x: linearScale([0, 1], [0, 100]),
          y: scale([bottom, top], [200, 0]),
          logarithmic: { epochs: false, losses: logarithmic },
        };
        expect(lossTicks(scales).length).toBeGreaterThan(0);
      }
    }
  });
});

describe("lossTicks", () => {
  it("has few lines, also on a chart that fills a wall", () => {
    for (const losses of [false, true]) {
      const scales = lossScales([curve], { epochs: false, losses }, { ...BOX, bottom: 1000 });
      expect(lossTicks(scales).length).toBeLessThanOrEqual(11);
    }
  });
});

describe("drawLoss", () => {
  const drawn = (curves: readonly Curve[], logarithmic = LINEAR) => {
    const { pencil, calls } = recordingPencil();
    drawLoss(pencil, BOX, lossScales(curves, logarithmic, BOX), curves, "Epoch", TEST_THEME);
    return calls;
  };
  const path = (calls: ReturnType<typeof drawn>, color: string) =>
    calls.filter(({ name, strokeStyle }) => strokeStyle === color && (name === "moveTo" || name === "lineTo"));

  it("leaves a gap where a loss cannot be drawn, and never a broken number", () => {
    for (const logarithmic of [LINEAR, LOGARITHMIC]) {
      const calls = [
        ...drawn([{ ...curve, hasHeldOut: true }], logarithmic),
        ...marked([{ epoch: 0, rate: 0.1 }], logarithmic),
      ];
      for (const { name, args } of calls) {
        if (name === "moveTo" || name === "lineTo") expect(args.every(Number.isFinite), String(args)).toBe(true);
      }
    }
    expect(path(drawn([curve]), "accent").map(({ name }) => name)).toEqual(["moveTo", "lineTo", "lineTo"]);
    expect(path(drawn([curve], LOGARITHMIC), "accent").map(({ name }) => name)).toEqual(["moveTo"]);
  });

  it("stays inside the axes", () => {
    for (const { args } of path(drawn([curve]), "accent")) {
      const [x, y] = args as [number, number];
      expect(x >= BOX.left && x <= BOX.right && y >= BOX.top && y <= BOX.bottom).toBe(true);
    }
  });

  it("draws the present run over the kept ones, each in its own colour and dashes", () => {
    const calls = drawn([curve, curve]);
    const strokes = calls.filter(({ name }) => name === "stroke").map(({ strokeStyle }) => strokeStyle);
    expect(strokes.slice(-2)).toEqual(["class-2", "accent"]);
    const dashes = calls.filter(({ name, args }) => name === "setLineDash" && (args[0] as number[]).length > 0);
    expect(dashes.map(({ args }) => args[0])).toContainEqual([8, 3]);
  });
});

function marked(rates: Curve["rates"], logarithmic = LINEAR) {
  const { pencil, calls } = recordingPencil();
  drawRates(pencil, BOX, lossScales([curve], logarithmic, BOX), rates, TEST_THEME);
  return calls;
}

describe("drawRates", () => {
  it("marks a change of the learning rate, and writes of crowded ones the last", () => {
    const rates = [
      { epoch: 1, rate: 0.01 },
      { epoch: 1.01, rate: 0.5 },
    ];
    const texts = marked(rates).filter(({ name }) => name === "fillText");
    expect(texts.map(({ args }) => args[0])).toEqual(["η 0.5"]);
  });

  it("writes the rate of a change at the right edge on the line's left, where nothing runs through it", () => {
    const text = marked([{ epoch: 3, rate: 0.5 }]).find(({ name }) => name === "fillText");
    expect(Number(text?.args[1]) + 8 * "η 0.5".length).toBeLessThan(BOX.right);
  });

  it("clears the ground of each rate that it writes, before it writes any", () => {
    const calls = marked([
      { epoch: 1, rate: 0.01 },
      { epoch: 2, rate: 0.5 },
    ]);
    const grounds = calls
      .filter(({ name }) => name === "rect")
      .map(({ args }) => args as [number, number, number, number]);
    const ground = calls.findIndex(({ name, fillStyle }) => name === "fill" && fillStyle === "paper");
    const texts = calls.filter(({ name }, index) => name === "fillText" && index > ground);
    expect(texts).toHaveLength(2);
    texts.forEach(({ args: [text, left, top] }, index) => {
      const [x, y, width, height] = grounds[index] ?? [Number.NaN, 0, 0, 0];
      expect(x).toBeLessThan(Number(left));
      expect(x + width).toBeGreaterThan(Number(left) + 8 * String(text).length);
      expect(y).toBeLessThan(Number(top));
      expect(y + height).toBeGreaterThanOrEqual(Number(top) + 11);
    });
  });
});

describe("reading off", () => {
  it("takes the row asked for, else the last", () => {
    expect(readingAt(history, 1)).toEqual({ epoch: 1, loss: 0.5, heldOut: 1 });
    expect(readingAt(history, null)?.epoch).toBe(3);
    expect(readingAt(history, 99)?.epoch).toBe(3);
  });

  it("is nothing before there is any", () => {
    const none = { epochs: new Float64Array(), losses: new Float64Array(), heldOut: new Float64Array() };
    expect(readingAt(none, null)).toBeNull();
    expect(rowNearest(none, linearScale([0, 1], [0, 100]), 50)).toBeNull();
  });

  it("compares a run at an epoch that it got to", () => {
    const sparse = { ...history, epochs: Float64Array.of(0, 10, 20, 30) };
    expect([null, 0, 14, 30].map((epoch) => lossAtEpoch(sparse, epoch))).toEqual([
      Number.POSITIVE_INFINITY,
      61,
      0.5,
      Number.POSITIVE_INFINITY,
    ]);
    expect(lossAtEpoch(sparse, 31)).toBeNaN();
  });

  it("finds the epoch nearest to the pointer, by pixels", () => {
    const sparse = { ...history, epochs: Float64Array.of(0, 10, 100, 1000) };
    const linear = linearScale([0, 1000], [0, 1000]);
    expect([-5, 0, 4, 6, 54, 56, 2000].map((px) => rowNearest(sparse, linear, px))).toEqual([0, 0, 0, 1, 1, 2, 3]);
    const logarithmic = logScale([1, 1000], [0, 300]);
    expect([90, 140, 160].map((px) => rowNearest(sparse, logarithmic, px))).toEqual([1, 1, 2]);
  });
});
