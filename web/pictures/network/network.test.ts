import { describe, expect, it } from "vitest";
import { layerOf } from "../shared/experiment.testing";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { heatMap } from "./heat";
import { drawsNodes, leastWidth, networkHit, networkLayout, placeOf, sizesOf, tableFits } from "./network";
import { drawNames, drawNetwork, fittedName } from "./network-drawing";

const filled = (inputs: number, units: number, weight = 1) =>
  layerOf(inputs, units, new Array(inputs * units).fill(weight), new Array(units).fill(0));
const small = [layerOf(2, 2, [1, -0.5, 0, 0.2], [0.5, -0.5]), layerOf(2, 1, [1, 1], [0])];
const room = { width: 400, height: 200, left: 60, right: 60 };

describe("detail", () => {
  it("falls from nodes to heat maps with the size of the widest layer", () => {
    expect(drawsNodes([filled(3, 64), filled(64, 1)])).toBe(true);
    expect(drawsNodes([filled(3, 512), filled(512, 1)])).toBe(false);
  });

  it("offers a table only where one can be read", () => {
    expect(tableFits(small)).toBe(true);
    expect(tableFits([filled(64, 64)])).toBe(false);
  });
});

describe("networkLayout", () => {
  it("keeps every node inside the room, whatever the layers' sizes", () => {
    for (const units of [1, 8, 64]) {
      const layers = [filled(3, units), filled(units, units), filled(units, 1)];
      const height = 460;
      for (const nodes of networkLayout(layers, { ...room, height }).columns) {
        for (const { x, y, radius } of nodes) {
          expect(x).toBeGreaterThanOrEqual(room.left);
          expect(x).toBeLessThanOrEqual(room.width - room.right);
          expect(y - radius).toBeGreaterThanOrEqual(0);
          expect(y + radius).toBeLessThanOrEqual(height);
        }
      }
    }
  });
});

describe("leastWidth", () => {
  it("leaves every column room for its controls", () => {
    const layers = [filled(3, 4), filled(4, 4), filled(4, 1)];
    const width = leastWidth(layers, 60, 60);
    const [first, second] = networkLayout(layers, { ...room, width }).columns;
    expect((second?.[0]?.x ?? 0) - (first?.[0]?.x ?? 0)).toBeGreaterThanOrEqual(80);
  });
});

describe("drawNetwork", () => {
  it("draws a negative weight in the negative colour and leaves out a zero one", () => {
    const { pencil, calls } = recordingPencil();
    const layout = networkLayout(small, room);
    drawNetwork(pencil, small, layout, sizesOf(small), TEST_THEME);
    let lines = 0;
    const drawn: Record<string, number> = {};
    for (const { name, strokeStyle } of calls) {
      if (name === "beginPath") lines = 0;
      if (name === "lineTo") lines += 1;
      if (name === "stroke") drawn[String(strokeStyle)] = (drawn[String(strokeStyle)] ?? 0) + lines;
    }
    expect(drawn).toMatchObject({ negative: 1, positive: 4 });
  });

  it("draws a bias as a bar to its side of zero below the neuron", () => {
    const { pencil, calls } = recordingPencil();
    drawNetwork(pencil, small, networkLayout(small, { ...room, height: 134 }), sizesOf(small), TEST_THEME);
    const fills = calls.filter(({ name }) => name === "fill").map(({ fillStyle }) => fillStyle);
    expect(fills).toContain("negative");
    expect(fills).toContain("positive");
  });

  it("takes few strokes for thousands of edges", () => {
    const { pencil, calls } = recordingPencil();
    const layers = [filled(64, 64), filled(64, 64)];
    drawNetwork(pencil, layers, networkLayout(layers, room), sizesOf(layers), TEST_THEME);
    expect(calls.filter(({ name }) => name === "stroke").length).toBeLessThanOrEqual(2 * 10 + 3 * 64);
  });
});

describe("networkHit", () => {
  const layout = networkLayout(small, room);
  const [start, end] = [layout.columns[0]?.[0], layout.columns[1]?.[0]];

  it("finds the edge under the pointer", () => {
    const hit = networkHit(layout, ((start?.x ?? 0) + (end?.x ?? 0)) / 2, start?.y ?? 0);
    expect(hit).toMatchObject({ layer: 0, unit: 0, from: 0 });
  });

  it("finds a neuron before the edges that end in it", () => {
    expect(networkHit(layout, end?.x ?? 0, end?.y ?? 0)).toMatchObject({ layer: 0, unit: 0, from: -1 });
  });

  it("finds nothing beside the network", () => {
    expect(networkHit(layout, 5, 5)).toBeNull();
  });

  it("finds what is where it is said to be", () => {
    const item = { layer: 0, unit: 1, from: -1 };
    const [x, y] = placeOf(layout, item) ?? [0, 0];
    expect(networkHit(layout, x, y)).toEqual(item);
    expect(placeOf(layout, { layer: 0, unit: 9, from: -1 })).toBeNull();
  });
});

describe("fittedName", () => {
  it("cuts a name to its room, a name of ten thousand characters too", () => {
    const { pencil } = recordingPencil();
    expect(fittedName(pencil, "德育", 40)).toBe("德育");
    expect(fittedName(pencil, "体".repeat(10_000), 40)).toBe("体体体体…");
  });
});

describe("heatMap", () => {
  it("is paper at zero and full colour at the strongest weight", () => {
    const { width, height, pixels } = heatMap(layerOf(3, 1, [0, 4, -4]), 4, [9, 9, 9], [200, 0, 0], [0, 0, 200]);
    expect([width, height]).toEqual([3, 1]);
    expect([...pixels]).toEqual([9, 9, 9, 255, 0, 0, 200, 255, 200, 0, 0, 255]);
  });

  it("samples a matrix larger than the picture", () => {
    const { width, height } = heatMap(filled(512, 512), 1, [0, 0, 0], [1, 1, 1], [2, 2, 2]);
    expect(Math.max(width, height)).toBeLessThanOrEqual(96);
  });
});

it("names stand beside the nodes only where they do not stand over each other", () => {
  const layers = [filled(8, 1)];
  const names = Array.from({ length: 8 }, (_, subject) => `subject ${subject}`);
  const drawnIn = (height: number): unknown[] => {
    const { pencil, calls } = recordingPencil();
    drawNames(pencil, networkLayout(layers, { ...room, height }), names, ["total"], TEST_THEME);
    return calls.filter(({ name }) => name === "fillText").map(({ args }) => args[0]);
  };
  expect(drawnIn(200)).toEqual([...names, "total"]);
  expect(drawnIn(55)).toEqual(["total"]);
});
