/** The picture's numbers with the real core. */
import { beforeAll, expect, test } from "vitest";
import { Engine, type Experiment, presetOf } from "../../engine/engine";
import { lab, type ScorePlane } from "../../engine/lab";
import { Sweep } from "../../engine/sweep";
import { startTestCore } from "../../state/core.testing";
import { lossesAt, type Swept } from "../runs/sweeping.svelte";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { linearScale } from "../shared/scale";
import { Agreement, agreementPixels, pointNear, SIDE, scoresAt, sharesAt, sureShare } from "./agreement";
import { endBeside, endNear, endsOf, familyLine, rangesOf } from "./ends";
import { fanOf, goalBetween, lossesOf, rankedRuns, reachedOf, runNear, scalesOf } from "./fan";
import { drawFan } from "./fan-drawing";

beforeAll(startTestCore);

const COUNT = 21;

function starts(experiment: Experiment, updates: number): { sweep: Sweep; swept: Swept } {
  const sweep = Sweep.of(experiment, [{ kind: "seed", first: 1, count: COUNT }], updates);
  while (!sweep.finished) sweep.step(10_000);
  const { runs } = sweep;
  const rest = { experiment, values: [sweep.values(0)], runs, updates, finished: true, spent: 1 };
  return { sweep, swept: { ...sweep.losses(), ...rest } };
}

/** Case 1 from random weights, until they are found. */
function descent(): Experiment {
  const { table, ...experiment } = presetOf("weights");
  const training = { ...experiment.training, loss: { kind: "squared" }, optimizer: { kind: "sgd" } } as const;
  const model = { ...experiment.model, initial: { kind: "xavier_uniform" } } as const;
  return { ...experiment, table, model, training: { ...training, batch_size: null, learning_rate: 4e-5 } };
}

test("the fan holds each run, and its lines are losses in their order", () => {
  const { sweep, swept } = starts(presetOf("layers"), 60);
  const fan = fanOf(swept, sweep.spread(false));
  expect(fan.steps[0]).toBe(1);
  for (let at = 0; at < fan.steps.length; at += 1) {
    const losses = Array.from({ length: COUNT }, (_, run) => lossesOf(swept, run)[at] ?? Number.NaN);
    losses.sort((a, b) => a - b);
    // Nearest rank: of 21 losses the 6th, the 11th and the 16th.
    const lines = [fan.least, fan.firstQuartile, fan.median, fan.thirdQuartile, fan.largest].map((line) => line[at]);
    expect(lines).toEqual([0, 5, 10, 15, 20].map((rank) => losses[rank]));
  }
});

test("runs are ranked, counted against the goal, and found under the pointer", () => {
  const { sweep, swept } = starts(presetOf("layers"), 200);
  const last = lossesAt(swept, swept.points.length - 1);
  const ranked = rankedRuns(last);
  const [best = 0, median = 0] = [ranked[0], ranked[10]];
  expect(last[best]).toBe(Math.min(...last));
  expect(reachedOf(last, last[median] ?? 0)).toBe(11);
  expect(goalBetween(1, 0.01)).toBe(0.11);
  const box = { left: 0, top: 0, right: 600, bottom: 400 };
  const scales = scalesOf(fanOf(swept, sweep.spread(false)), swept.updates, box);
  expect(runNear(swept, scales, [600, 400])).toBe(best);
  expect(runNear(swept, scales, [600, scales.y.pxFromScore(last[median] ?? 0)])).toBe(median);
});

test("runs that have all diverged rank as they came, reach no goal and draw no broken number", () => {
  const experiment = descent();
  experiment.training.learning_rate = 10;
  const { sweep, swept } = starts(experiment, 100);
  const last = lossesAt(swept, swept.points.length - 1);
  expect([...last].every(Number.isNaN)).toBe(true);
  expect(rankedRuns(last)).toEqual(Array.from({ length: COUNT }, (_, run) => run));
  expect(reachedOf(last, 1)).toBe(0);
  const box = { left: 0, top: 0, right: 600, bottom: 400 };
  const fan = fanOf(swept, sweep.spread(false));
  const { pencil, calls } = recordingPencil();
  const present = { across: 1, loss: 3, name: "now" };
  const shown = { fan, single: lossesOf(swept, 0), goal: Number.NaN, present };
  drawFan(pencil, box, scalesOf(fan, 100, box), shown, { across: "step", goal: "goal" }, TEST_THEME);
  const numbers = calls.filter(({ name }) => /To$|arc/.test(name)).flatMap(({ args }) => args);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.every(Number.isFinite)).toBe(true);
});

test("the weights of every start end on the line of perfect weights", () => {
  const { sweep, swept } = starts(descent(), 2_000_000);
  const ends = endsOf(
    swept.experiment,
    Array.from({ length: COUNT }, (_, run) => sweep.parameters(run)),
    { x: 0, y: 1 },
  );
  expect(ends).toHaveLength(COUNT);
  const frame = Engine.of(swept.experiment).frame();
  const solution = lab.of(swept.experiment, frame.layers).solve();
  const [from, to] = familyLine(solution, { x: 0, y: 1 }, rangesOf(ends, swept.experiment.model)) ?? [];
  if (from === undefined || to === undefined) throw new Error("two students leave a line");
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  for (const { x, y } of ends) {
    const distance = Math.abs((x - from[0]) * dy - (y - from[1]) * dx) / Math.hypot(dx, dy);
    // The flat direction of two students that are nearly alike is not yet learned to the last digit.
    expect(distance).toBeLessThan(0.02);
  }
  // Forty million updates, on a machine that may be at other work.
}, 30_000);

test("the neurons of a hidden layer end one by one, and a single subject stands against its bias", () => {
  const { sweep, swept } = starts(presetOf("layers"), 20);
  const parameters = [sweep.parameters(0)];
  const all = [...(parameters[0] ?? [])];
  const ends = endsOf(swept.experiment, parameters, { x: 0, y: 1 });
  expect(ends.map(({ x, y }) => [x, y])).toEqual([0, 1, 2, 3, 4, 5].map((unit) => all.slice(2 * unit, 2 * unit + 2)));
  const alone = {
    table: { ...swept.experiment.table, subjects: ["a"] },
    model: { ...swept.experiment.model, hidden: [] },
  };
  expect(endsOf(alone, [[3, 7]], { x: 0, y: 0 })).toEqual([{ run: 0, unit: 0, x: 3, y: 7 }]);
});

test("at the scores of a point the shares are those of the starts that alone give each class", () => {
  const experiment = presetOf("layers");
  const ranges = { x: [60, 100], y: [50, 90] } as const;
  const corners = [0, SIDE - 1, SIDE * SIDE - 1].map((corner) => scoresAt(corner, ranges));
  expect(corners).toEqual([
    [60, 90],
    [100, 90],
    [100, 50],
  ]);
  const { sweep } = starts(experiment, 300);
  const plane = { x: 0, y: 1, xRange: [...ranges.x], yRange: [...ranges.y], held: [0, 0] } as ScorePlane;
  const asked = new Agreement((...of) => sweep.agreement(...of), plane, 2);
  while (!asked.finished) asked.step();
  // Where the starts differ most.
  const most = (point: number): number => sharesAt(asked.shares, point)[0]?.share ?? Number.NaN;
  const point = [...(asked.shares[0]?.keys() ?? [])].reduce((a, b) => (most(b) < most(a) ? b : a));
  const scores = scoresAt(point, ranges);
  expect(pointNear(scores, ranges)).toBe(point);
  // A student who is left out is only predicted.
  experiment.table.students.push({ name: "", scores: [...scores], target: null, included: false });
  const alone = Array.from({ length: COUNT }, (_, run) => {
    const engine = Engine.of({ ...experiment, training: { ...experiment.training, seed: run + 1 } });
    engine.step(300);
    const { classes } = engine.frame();
    engine.free();
    return classes.at(-1);
  });
  const told = sharesAt(asked.shares, point);
  for (const { classIndex, share } of told) {
    expect(share).toBeCloseTo(alone.filter((said) => said === classIndex).length / COUNT, 6);
  }
  expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).sort((a, b) => b - a));
  expect(told).toHaveLength(2);
});

test("ends are found under the pointer and one after the other along each axis", () => {
  const ends = [
    { run: 0, unit: 0, x: 3, y: 1 },
    { run: 1, unit: 0, x: 1, y: 2 },
    { run: 1, unit: 1, x: 2, y: 3 },
  ];
  const scales = { x: linearScale([0, 4], [0, 400]), y: linearScale([0, 4], [400, 0]) };
  expect(endNear(ends, scales, [190, 110])).toBe(ends[2]);
  expect(endNear([], scales, [0, 0])).toBeNull();
  const walk = (along: "x" | "y", step: 1 | -1): unknown[] => {
    const seen = [endBeside(ends, null, along, step)];
    for (let press = 0; press < 3; press += 1) seen.push(endBeside(ends, seen.at(-1) ?? null, along, step));
    return seen.map((end) => end && ends.indexOf(end));
  };
  expect(walk("x", 1)).toEqual([1, 2, 0, 0]);
  expect(walk("y", -1)).toEqual([2, 1, 0, 0]);
});

test("the shares of the classes make one at every point, and the map is paler where they differ", () => {
  const { sweep, swept } = starts(presetOf("layers"), 600);
  const plane = {
    x: 0,
    y: 1,
    xRange: [60, 100] as [number, number],
    yRange: [60, 100] as [number, number],
    held: [80, 80],
  };
  const asked = new Agreement((...of) => sweep.agreement(...of), plane, swept.experiment.table.classes.length);
  while (!asked.finished) asked.step();
  const [no = new Float32Array(), yes = new Float32Array()] = asked.shares;
  expect(no).toHaveLength(SIDE * SIDE);
  // Shares of 21 in 32 bits.
  for (const [point, share] of no.entries()) expect(share + (yes[point] ?? 0)).toBeCloseTo(1, 6);
  // Asked for at once, the map is the same as strip by strip.
  expect(sweep.agreement(1, plane, SIDE, SIDE)).toEqual(yes);
  const sure = sureShare(asked.shares);
  expect(sure).toBeGreaterThan(0.3);
  expect(sure).toBeLessThan(1);
  const pixels = agreementPixels(
    [Float32Array.of(1), Float32Array.of(0)],
    [
      [200, 0, 0],
      [0, 0, 200],
    ],
    [255, 255, 255],
  );
  expect([...pixels.slice(0, 3)]).toEqual([200, 0, 0]);
  const split = agreementPixels(
    [Float32Array.of(0.5), Float32Array.of(0.5)],
    [
      [200, 0, 0],
      [0, 0, 200],
    ],
    [255, 255, 255],
  );
  expect([...split.slice(0, 3)]).toEqual([255, 255, 255]);
});
