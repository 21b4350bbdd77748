import { expect, it } from "vitest";
import { inserted, removed, replaced } from "./layers";

const hidden = [
  { units: 6, activation: "tanh" },
  { units: 3, activation: "relu" },
] as const;

it("a layer put in is like the one before it", () => {
  expect(inserted(hidden, 1).map(({ units }) => units)).toEqual([6, 6, 3]);
  expect(inserted(hidden, 2).map(({ units }) => units)).toEqual([6, 3, 3]);
});

it("the first layer is like the one behind it, the only one has four neurons", () => {
  expect(inserted(hidden, 0).map(({ units }) => units)).toEqual([6, 6, 3]);
  expect(inserted([], 0)).toEqual([{ units: 4, activation: "tanh" }]);
});

it("layers are taken out and changed where they are", () => {
  expect(removed(hidden, 0)).toEqual([hidden[1]]);
  expect(replaced(hidden, 1, { units: 4 })).toEqual([hidden[0], { units: 4, activation: "relu" }]);
});
