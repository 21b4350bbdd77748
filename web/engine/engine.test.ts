import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { startTestCore } from "../state/core.testing";
import { canRunCore, EngineError, presetOf, readExperiment } from "./engine";

beforeAll(startTestCore);
afterEach(() => void vi.unstubAllGlobals());

it("Node.js can run the core; a browser without SIMD or WebAssembly cannot", () => {
  expect(canRunCore()).toBe(true);
  vi.stubGlobal("WebAssembly", { validate: () => false });
  expect(canRunCore()).toBe(false);
  vi.stubGlobal("WebAssembly", undefined);
  expect(canRunCore()).toBe(false);
});

it("a subject of ten million letters is refused within a second", () => {
  const experiment = presetOf("weights");
  experiment.table.subjects[0] = "长".repeat(10_000_000);
  const start = performance.now();
  expect(() => readExperiment(experiment)).toThrow(EngineError);
  expect(performance.now() - start).toBeLessThan(1000);
});
