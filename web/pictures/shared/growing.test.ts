import { expect, it } from "vitest";
import { Growing } from "./growing";

it("a scale grows to round ends and does not shrink while a run goes on, back in its past neither", () => {
  const scale = new Growing();
  const sizes = [0.3, 0.4, 0.7, 1.2, 0.1];
  expect(sizes.map((size, furthest) => scale.limit({ furthest }, size))).toEqual([0.5, 0.5, 1, 2, 2]);
  expect(scale.limit({ furthest: 4 }, 0.1)).toBe(2);
});

it("a new run begins anew", () => {
  const scale = new Growing();
  scale.limit({ furthest: 90 }, 40);
  expect(scale.limit({ furthest: 0 }, 0.3)).toBe(0.5);
  scale.limit({ furthest: 90 }, 40);
  expect(scale.limit({ furthest: 12 }, 0.3)).toBe(0.5);
});

it("several scales grow on their own; another number of them is another network", () => {
  const scale = new Growing();
  expect(scale.limits({ furthest: 1 }, [3, 0.02])).toEqual([5, 0.02]);
  expect(scale.limits({ furthest: 2 }, [1, 0.03])).toEqual([5, 0.05]);
  expect(scale.limits({ furthest: 3 }, [1])).toEqual([1]);
});

it("a size that is no number, or none, leaves it as it is", () => {
  const scale = new Growing();
  expect([Number.NaN, 0, 3, Number.POSITIVE_INFINITY].map((size) => scale.limit({ furthest: 1 }, size))).toEqual([
    0, 0, 5, 5,
  ]);
});
