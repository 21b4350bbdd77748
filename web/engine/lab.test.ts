/** The lab with the real module. */
import { beforeAll, expect, it } from "vitest";
import { startTestCore } from "../state/core.testing";
import { Engine, presetOf } from "./engine";
import { lab } from "./lab";

beforeAll(startTestCore);

it("an analysis keeps its own experiment and parameters while others are used", () => {
  const [award, weights] = [presetOf("award"), presetOf("weights")];
  const [first, second] = [Engine.of(award), Engine.of(weights)];
  first.step(30);
  const early = lab.of(award, first.frame().layers);
  const loss = early.metrics().training;
  first.step(300);
  const late = lab.of(award, first.frame().layers);
  const other = lab.of(weights, second.frame().layers);
  expect(other.metrics().training?.kind).toBe("numbers");
  expect(late.metrics().training).not.toEqual(loss);
  expect(early.metrics().training).toEqual(loss);
  expect(early.solve()).toBeNull();
  expect(other.solve()).not.toBeNull();
});

it("parameters of another network are refused, and the next analysis still works", () => {
  const [award, layers] = [presetOf("award"), presetOf("layers")];
  const run = Engine.of(award);
  expect(() => lab.of(layers, run.frame().layers).metrics()).toThrow();
  expect(lab.of(layers, Engine.of(layers).frame().layers).metrics().training).not.toBeNull();
});
