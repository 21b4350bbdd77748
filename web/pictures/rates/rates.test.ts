/** The picture's numbers with the real core. */

import { beforeAll, expect, test } from "vitest";
import { Engine, presetOf } from "../../engine/engine";
import { lab } from "../../engine/lab";
import { Sweep } from "../../engine/sweep";
import { startTestCore } from "../../state/core.testing";
import { formatNumber } from "../../ui/format";
import { ratesOver } from "../runs/rate";
import type { Swept } from "../runs/sweeping.svelte";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { bestOf, divergedOf, lossDomain, rowOf, runNearest, scalesOf } from "./rates";
import { drawRates } from "./rates-drawing";

beforeAll(startTestCore);

/** Case 1 with squared errors and plain descent, as in the lesson on learning rates. */
function descent(): ReturnType<typeof presetOf> {
  const experiment = presetOf("weights");
  experiment.training.loss = { kind: "squared" };
  experiment.training.optimizer = { kind: "sgd" };
  experiment.training.batch_size = null;
  return experiment;
}

function sweptOf(experiment: ReturnType<typeof presetOf>, count = 65, updates = 500): Swept {
  const sweep = Sweep.of(experiment, [{ kind: "learning_rate", low: 1e-7, high: 10, count }], updates);
  while (!sweep.finished) sweep.step(1000);
  const { runs } = sweep;
  return { ...sweep.losses(), experiment, values: [sweep.values(0)], runs, updates, finished: true, spent: 1 };
}

test("the curve breaks where the largest stable rate stands", () => {
  const experiment = descent();
  const run = Engine.of(experiment);
  const stability = lab.of(experiment, run.frame().layers).stability(run.updateInput());
  const largest = stability.kind === "bound" ? stability.largest : Number.NaN;
  const swept = sweptOf(experiment);
  const row = rowOf(swept, swept.points.length - 1);
  const first = divergedOf(row)[0] ?? 0;
  expect(row.rates[first - 1]).toBeLessThan(largest);
  expect(row.rates[first]).toBeGreaterThan(largest);
  expect(divergedOf(row)).toEqual(Array.from({ length: 65 - first }, (_, i) => first + i));
  expect(row.rates[bestOf(row.losses) ?? 0]).toBeLessThan(largest);
});

test("before the first step all losses are that of the start", () => {
  const row = rowOf(sweptOf(descent()), 0);
  expect(row.steps).toBe(0);
  expect(new Set(row.losses)).toEqual(new Set([8220.5]));
});

test("the axis stands while the rows move, and holds the best loss of all", () => {
  const swept = sweptOf(descent());
  const [low, high] = lossDomain(swept);
  expect(high).toBe(1e5);
  expect(low).toBeLessThanOrEqual(Math.min(...swept.losses.filter((loss) => loss > 0)));
});

test("a pixel is read as the nearest rate", () => {
  const swept = sweptOf(descent(), 9, 10);
  const scales = scalesOf(swept, { left: 0, top: 0, right: 800, bottom: 100 });
  expect([-5, 0, 149, 151, 900].map((px) => runNearest(rowOf(swept, 0), scales, px))).toEqual([0, 0, 1, 2, 8]);
});

test("a rate in the slider's two digits is run with all its bits, so that the run alone ends at the loss that is said", () => {
  const rates = ratesOver(260);
  expect([rates[0], rates.at(-1)]).toEqual([1e-7, 10]);
  expect(rates.filter((rate) => rate !== Number(rate.toPrecision(2)))).toEqual([]);
  expect(rates.every((rate, at) => at === 0 || rate > (rates[at - 1] ?? 0))).toBe(true);
  expect([rates.length, ratesOver(128).length, ratesOver(41).length]).toEqual([256, 128, 41]);
  const experiment = presetOf("weights");
  const sweep = Sweep.of(experiment, [{ kind: "learning_rates", rates }], 500);
  while (!sweep.finished) sweep.step(1000);
  expect([...sweep.values(0)]).toEqual(rates);
  const { losses, points } = sweep.losses();
  const last = [...losses.slice((points.length - 1) * rates.length)];
  const best = bestOf(last) ?? Number.NaN;
  experiment.training.learning_rate = Number(formatNumber(rates[best] ?? Number.NaN, 2));
  const engine = Engine.of(experiment);
  engine.step(500);
  expect(engine.frame().loss).toBe(last[best]);
});

test("where every run diverges there is no best one, and the drawing says so", () => {
  const swept = sweptOf(descent(), 5, 100);
  const all = { ...swept, diverged: swept.diverged.map(() => 1) };
  const row = rowOf(all, all.points.length - 1);
  expect(bestOf(row.losses)).toBeNull();
  const box = { left: 0, top: 0, right: 400, bottom: 200 };
  const { pencil, calls } = recordingPencil();
  const present = { across: 1e-3, loss: 3, name: "now" };
  const words = { across: "rate", bound: "bound", diverged: "diverged" };
  drawRates(pencil, box, scalesOf(all, box), { row, earlier: [], bound: 4e-5, present, read: 0 }, words, TEST_THEME);
  const texts = calls.filter(({ name }) => name === "fillText").map(({ args }) => args[0]);
  expect(texts).toEqual(expect.arrayContaining([...Object.values(words), "now"]));
});
