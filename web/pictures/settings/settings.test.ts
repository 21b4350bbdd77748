/** The map's numbers with the real core. */
import { beforeAll, expect, test } from "vitest";
import { Engine, type Experiment, presetOf, type Rgb } from "../../engine/engine";
import { type Axis, Sweep } from "../../engine/sweep";
import { startTestCore } from "../../state/core.testing";
import type { Swept } from "../runs/sweeping.svelte";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { cssFromRgb } from "../shared/theme";
import {
  bestOf,
  cellAt,
  colorRange,
  mapOf,
  rowOf,
  SECONDS,
  type Second,
  scalesOf,
  secondAxis,
  secondOf,
  withSettings,
} from "./settings";
import { drawSettings } from "./settings-drawing";

beforeAll(startTestCore);

const UPDATES = 24;
const NONE = new Float64Array();

function sweptOf(experiment: Experiment, second: Second): { sweep: Sweep; swept: Swept } {
  const other = secondAxis(experiment, second);
  const rates: Axis = { kind: "learning_rate", low: 1e-4, high: 0.1, count: 4 };
  const sweep = Sweep.of(experiment, other === null ? [rates] : [rates, other], UPDATES);
  while (!sweep.finished) sweep.step(10_000);
  const { runs } = sweep;
  const values = [0, 1].map((axis) => sweep.values(axis));
  return { sweep, swept: { ...sweep.losses(), experiment, values, runs, updates: UPDATES, finished: true, spent: 1 } };
}

test("every cell has the loss of the run with its two settings", () => {
  for (const preset of ["weights", "award", "honours", "layers"] as const) {
    const experiment = presetOf(preset);
    for (const second of SECONDS) {
      const { swept } = sweptOf(experiment, second);
      const map = mapOf(swept, second, "loss", NONE);
      expect(map.cells).toHaveLength(map.rates.length * map.values.length);
      map.values.forEach((value, row) => {
        const taken = withSettings(experiment, map.rates[2] ?? Number.NaN, second, value);
        const engine = Engine.of(taken);
        engine.step(second === "steps" ? value : UPDATES);
        expect(map.cells[row * 4 + 2], `${preset}: ${second} ${value}`).toBe(engine.frame().loss);
        engine.free();
      });
    }
  }
});

test("the largest batch is every student who is trained on, where some are held out or lack a score", () => {
  const experiment = presetOf("layers");
  experiment.training = { ...experiment.training, batch_size: null, test_fraction: 0.29 };
  const [first] = experiment.table.students;
  if (first) first.scores[0] = null;
  const engine = Engine.of(experiment);
  const trained = engine.roles.filter((role) => role === "training").length;
  engine.free();
  const axis = secondAxis(experiment, "batch_size");
  expect(axis?.kind === "batch_size" && axis.sizes.at(-1)).toBe(trained);
  expect(secondOf(experiment, "batch_size", 0)).toBe(trained);
});

test("after each number of steps a cell has the loss of its run, and one range of colours serves all of them", () => {
  const experiment = presetOf("award");
  const { swept } = sweptOf(experiment, "l2");
  const [low, high] = colorRange(swept, "loss");
  const engine = Engine.of(withSettings(experiment, swept.values[0]?.[2] ?? Number.NaN, "l2", 0));
  let before = 0;
  swept.points.forEach((steps, at) => {
    engine.step(steps - before);
    before = steps;
    const { cells } = mapOf(swept, "l2", "loss", NONE, at);
    expect(cells[2], `after ${steps} steps`).toBe(engine.frame().loss);
    for (const loss of cells) expect(Math.min(loss, high)).toBeGreaterThanOrEqual(low);
  });
  engine.free();
  // ln 2, from which all of them start, is the highest that is told apart.
  expect(high).toBeCloseTo(Math.log(2), 6);
});

test("the steps are rows, two an octave", () => {
  const { swept } = sweptOf(presetOf("award"), "steps");
  expect(mapOf(swept, "steps", "loss", NONE).values).toEqual([1, 2, 3, 4, 6, 8, 12, 16, 24]);
});

test("the accuracies of held-out students are those that a run alone has", () => {
  const experiment = presetOf("award");
  experiment.training.test_fraction = 0.3;
  const { sweep, swept } = sweptOf(experiment, "l2");
  const map = mapOf(swept, "l2", "accuracy", sweep.accuracies(true));
  const engine = Engine.of(withSettings(experiment, map.rates[3] ?? Number.NaN, "l2", 0));
  engine.step(UPDATES);
  expect(map.cells[3]).toBe(engine.frame().heldOutAccuracy);
  expect(map.cells[bestOf(map, "accuracy") ?? -1]).toBe(Math.max(...map.cells));
});

const MAP = {
  rates: Float64Array.of(0.01, 0.1),
  values: [1, 4, 16],
  cells: Float64Array.of(3, Number.NaN, 1, 2, Number.NaN, Number.NaN),
};

test("cells are found under the pointer, rows by their value, and what has diverged is never best", () => {
  const box = { left: 0, top: 0, right: 100, bottom: 90 };
  const points = [
    [1, 89],
    [99, 89],
    [1, 45],
    [200, -5],
  ] as const;
  expect(points.map((point) => cellAt(MAP, box, point))).toEqual([0, 1, 2, 5]);
  expect([1, 3, 20, 0].map((value) => rowOf(MAP, value))).toEqual([0, 1, 2, 0]);
  expect(bestOf(MAP, "loss")).toBe(2);
  expect(bestOf(MAP, "accuracy")).toBe(0);
  expect(bestOf({ ...MAP, cells: MAP.cells.map(() => Number.NaN) }, "loss")).toBeNull();
  expect(scalesOf(MAP, box).x.pxFromScore(0.01)).toBeCloseTo(25);
});

test("every cell is drawn where it is found, also before there are any", () => {
  const box = { left: 0, top: 0, right: 100, bottom: 90 };
  const { pencil, calls } = recordingPencil();
  const present = { rate: 0.01, row: 1, name: "now" };
  const tone = (value: number): Rgb => [value, 0, 0];
  drawSettings(pencil, box, { map: MAP, tone, rows: ["1", "4", "16"], present, read: 3 }, "rate", TEST_THEME);
  const rects = calls.filter(({ name }) => name === "rect").slice(0, 6);
  const middles = rects.map(({ args: [left, top, wide, high] }) => [
    Number(left) + Number(wide) / 2,
    Number(top) + Number(high) / 2,
  ]);
  expect(middles.map(([x = 0, y = 0]) => cellAt(MAP, box, [x, y]))).toEqual([0, 1, 2, 3, 4, 5]);
  const fills = calls.filter(({ name }) => name === "fill").slice(0, 6);
  expect(fills.map(({ fillStyle }) => fillStyle)).toEqual([...MAP.cells].map((value) => cssFromRgb(tone(value))));
  const empty = { ...MAP, values: [], cells: new Float64Array() };
  expect(cellAt(empty, box, [50, 45])).toBeNull();
  const before = recordingPencil();
  drawSettings(before.pencil, box, { map: empty, tone, rows: [], present: null, read: null }, "rate", TEST_THEME);
  expect(before.calls.filter(({ name }) => name === "rect")).toEqual([]);
});
