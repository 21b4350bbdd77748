import { describe, expect, it } from "vitest";
import { Problems } from "../../state/problems.svelte";
import { byHandOf, type Hand, isParameterOf } from "./by-hand";

function fake(): Hand & { readonly set: [number, number, string][] } {
  const set: [number, number, string][] = [];
  return {
    set,
    run: {
      setParameter(index, value, at) {
        set.push([index, value, at]);
        return true;
      },
    },
    problems: new Problems(),
  };
}

describe("a parameter by hand", () => {
  it("goes to the store with the picture it was changed in", () => {
    const store = fake();
    expect(byHandOf(store, "weights").set(2, 0.5)).toBe(true);
    expect(store.set).toEqual([[2, 0.5, "weights.parameters[2]"]]);
  });

  it("is read as people type numbers", () => {
    const byHand = byHandOf(fake(), "weights");
    expect(byHand.read(0, "−0.5")).toBe(-0.5);
    expect(byHand.read(0, "０．５")).toBe(0.5);
  });

  it("is refused where it was typed and nowhere else", () => {
    const store = fake();
    const [weights, network] = [byHandOf(store, "weights"), byHandOf(store, "network")];
    expect(weights.read(12, "abc")).toBeNull();
    expect([weights.refused, network.refused]).toEqual([12, null]);
    expect(isParameterOf("weights")(store.problems.current?.at ?? "")).toBe(true);
    expect(isParameterOf("network")(store.problems.current?.at ?? "")).toBe(false);
    network.clear();
    expect(weights.refused).toBe(12);
    weights.clear();
    expect(weights.refused).toBeNull();
  });
});
