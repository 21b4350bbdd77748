import { describe, expect, it } from "vitest";
import { itemAfter } from "./browse";

const layers = [
  { inputs: 2, units: 3 },
  { inputs: 3, units: 1 },
];
const item = (layer: number, unit: number, from = -1) => ({ layer, unit, from });

describe("itemAfter", () => {
  it("begins at the first neuron", () => {
    expect(itemAfter(layers, null, "ArrowDown")).toEqual(item(0, 0));
    expect(itemAfter(layers, item(1, 0), "Home")).toEqual(item(0, 0));
  });

  it("goes down through a neuron's edges to the next neuron, and back", () => {
    expect(itemAfter(layers, item(0, 0), "ArrowDown")).toEqual(item(0, 0, 0));
    expect(itemAfter(layers, item(0, 0, 1), "ArrowDown")).toEqual(item(0, 1));
    expect(itemAfter(layers, item(0, 1), "ArrowUp")).toEqual(item(0, 0, 1));
  });

  it("stays at a layer's ends", () => {
    expect(itemAfter(layers, item(0, 0), "ArrowUp")).toEqual(item(0, 0));
    expect(itemAfter(layers, item(0, 2, 1), "ArrowDown")).toEqual(item(0, 2, 1));
    expect(itemAfter(layers, item(0, 0), "End")).toEqual(item(0, 2, 1));
  });

  it("goes to the neighbour in the next layer, as far down as that reaches", () => {
    expect(itemAfter(layers, item(0, 2, 1), "ArrowRight")).toEqual(item(1, 0));
    expect(itemAfter(layers, item(1, 0), "ArrowLeft")).toEqual(item(0, 0));
    expect(itemAfter(layers, item(1, 0), "ArrowRight")).toEqual(item(1, 0));
  });

  it("leaves other keys alone", () => {
    expect(itemAfter(layers, item(0, 0), "Enter")).toBeNull();
  });
});
