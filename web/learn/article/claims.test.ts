/** Loads and runs the experiment of every claim with the real core, as the buttons on the page do. */
import { beforeAll, expect, it } from "vitest";
import { Engine } from "../../engine/engine";
import { PICTURES } from "../../pictures";
import { startTestCore } from "../../state/core.testing";
import { experimentOfStart } from "../lessons/start";
import { CARDS } from "./cards";

beforeAll(startTestCore);

it.each(CARDS)("claim $number: $claim.en", ({ start, updates, picture }) => {
  const experiment = experimentOfStart(start);
  // The claim's picture has something to show.
  const shown = PICTURES.find(({ name }) => name === picture);
  expect(shown).toBeDefined();
  expect(shown?.empty?.(experiment) ?? null).toBeNull();
  const engine = Engine.of(experiment);
  engine.step(updates);
  const frame = engine.frame();
  expect(frame.diverged || frame.updates === updates).toBe(true);
  expect(frame.loss).not.toBeNaN();
  expect(frame.predictions).not.toContain(Number.NaN);
  expect(frame.layers.flatMap(({ weights, biases }) => [...weights, ...biases]).every(Number.isFinite)).toBe(true);
  engine.free();
});
