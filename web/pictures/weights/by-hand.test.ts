import { describe, expect, it } from "vitest";
import { refusal } from "../../engine/error";
import type { Problem } from "../../state/store.svelte";
import { byHandOf, type Hand, isParameterOf } from "./by-hand";

function fake(): Hand & { set: [number, number, string][]; problem: Problem | null } {
  const hand = {
    set: [] as [number, number, string][],
    problem: null as Problem | null,
    setParameter(index: number, value: number, at: string): boolean {
      hand.set.push([index, value, at]);
      return true;
    },
    refuseText(at: string, text: string): void {
      hand.problem = { at, error: refusal(at, text, { kind: "number" }) };
    },
    forgive(): void {
      hand.problem = null;
    },
  };
  return hand;
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
    expect(isParameterOf("weights")(store.problem?.at ?? "")).toBe(true);
    expect(isParameterOf("network")(store.problem?.at ?? "")).toBe(false);
    network.forgive();
    expect(weights.refused).toBe(12);
    weights.forgive();
    expect(weights.refused).toBeNull();
  });
});
