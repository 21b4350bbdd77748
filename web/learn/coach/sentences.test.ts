/** What the coach says of real runs: of batches, of held-out students, of a rate that was changed. */
import { beforeAll, expect, it } from "vitest";
import { Engine, type Experiment, presetOf } from "../../engine/engine";
import { lab } from "../../engine/lab";
import { startTestCore } from "../../state/core.testing";
import { formatLoss, formatNumber } from "../../ui/format";
import { remediesOf } from "./remedies";
import { sentencesOf, type Told } from "./sentences";
import { w } from "./words";

beforeAll(startTestCore);

/** Students with the same scores and two totals: no weights are right for all of them. */
function contradictory(students: number, training: Partial<Experiment["training"]>): Experiment {
  const { table, training: usual, ...others } = presetOf("weights");
  const rows = Array.from({ length: students }, (_, i) => ({
    ...{ name: `${i}`, scores: [90, 80, 70], included: true },
    target: i % 2 === 0 ? 85 : 65,
  }));
  return {
    ...others,
    scaling: "divide_by_100",
    table: { ...table, students: rows },
    training: { ...usual, loss: { kind: "squared" }, optimizer: { kind: "sgd" }, shuffle: true, ...training },
  };
}

/** Sixteen students, four of them held out, who get the award for exactly one good subject of two. */
function exclusiveOr(): Experiment {
  const award = presetOf("award");
  const scores = [
    [50, 50],
    [50, 90],
    [90, 50],
    [90, 90],
  ];
  const students = Array.from({ length: 16 }, (_, i) => ({
    ...{ name: `${i}`, scores: scores[i % 4] ?? [], included: true },
    target: i % 4 === 1 || i % 4 === 2 ? "是" : "否",
  }));
  return {
    ...award,
    scaling: "standard",
    table: { ...award.table, subjects: ["A", "B"], classes: ["否", "是"], students },
    model: { ...award.model, weights: "free", bias: true, initial: { kind: "xavier_uniform" } },
    training: { ...award.training, loss: { kind: "binary_cross_entropy" }, batch_size: null, test_fraction: 0.25 },
  };
}

/** Trains an experiment, at one rate after the other; then the rate may be changed once more. */
function run(experiment: Experiment, rates: readonly number[], changed?: number): Told {
  const engine = Engine.of(experiment);
  for (const rate of rates) {
    engine.setLearningRate(rate);
    // As on the page, where every frame is judged.
    for (let part = 0; part < 4; part += 1) {
      engine.step(1000);
      engine.frame();
    }
  }
  if (changed !== undefined) engine.setLearningRate(changed);
  const frame = engine.frame();
  const diagnosis = engine.diagnosis();
  const stability = lab.of(experiment, frame.layers).stability(engine.updateInput());
  const { roles } = engine;
  engine.free();
  return {
    ...{ experiment, diagnosis, frame, roles, remedies: remediesOf(experiment, diagnosis, frame) },
    rateIsNew: changed !== undefined,
    bound: stability.kind === "bound" ? stability.largest : null,
  };
}

it("a swing below the bound comes of the batches, and names the rate that was set last", () => {
  for (const rates of [[0.3], [0.001, 0.3]]) {
    const told = run(contradictory(4, { batch_size: 1 }), rates);
    expect([told.diagnosis.kind, told.bound]).toEqual(["swinging", expect.closeTo(0.515, 2)]);
    expect(sentencesOf(told)).toEqual([w.swingsByBatches("0.3")]);
  }
});

it("a batch of all students that are not held out is none of some", () => {
  const told = run(contradictory(12, { batch_size: 3, test_fraction: 0.5 }), [0.3]);
  expect(told.roles.filter((role) => role === "training")).toHaveLength(6);
  expect([told.diagnosis.kind, ...sentencesOf(told)]).toEqual(["swinging", w.swingsByBatches("0.3")]);
  const whole = contradictory(12, { batch_size: 6, test_fraction: 0.5 });
  expect(sentencesOf({ ...told, experiment: whole })).toEqual([w.swings("0.3")]);
});

it("the share of right students is that of those who are trained on", () => {
  const told = run(exclusiveOr(), [0.05]);
  const { frame, roles, experiment } = told;
  const { classes, students } = experiment.table;
  const training = [...roles.keys()].filter((row) => roles[row] === "training");
  expect(training).toHaveLength(12);
  const right = training.filter((row) => classes[frame.classes[row] ?? -1] === students[row]?.target).length;
  expect(told.remedies).toEqual(["layer"]);
  expect(sentencesOf(told)).toEqual([w.straight(String(right), "12")]);
});

it("a rate that was changed after the run had diverged is not blamed", () => {
  const told = run(contradictory(4, { batch_size: null }), [5]);
  const [grew, reason, ...others] = sentencesOf(told);
  const { bound, frame, diagnosis } = told;
  expect(diagnosis.kind).toBe("diverged");
  expect(grew).toBe(w.grew(String(frame.updates), formatLoss(frame.history.losses[0] ?? 0), formatLoss(frame.loss)));
  expect([reason, ...others]).toEqual([w.overBound("5", formatNumber(bound ?? 0, 2))]);
  expect(sentencesOf(run(contradictory(4, { batch_size: null }), [5], 0.1))).toEqual([grew]);
});

it("only a loss that still grows is told that every step is longer than the last", () => {
  const told = run(contradictory(4, { batch_size: null }), [0.1]);
  const worse = (losses: number[]): Told => {
    const history = { ...told.frame.history, losses: Float64Array.from(losses) };
    const frame = { ...told.frame, loss: losses.at(-1) ?? 0, history };
    return { ...told, frame, diagnosis: { kind: "worse", first: 1 }, bound: null };
  };
  const reasons = [worse([1, 2, 3]), worse([1, 9, 3])].flatMap((said) =>
    [said, { ...said, bound: 0.01 }].map((one) => sentencesOf(one).at(-1)),
  );
  const bound = [w.overBound("0.1", "0.01"), w.swingsOverBound("0.1", "0.01")];
  expect(reasons).toEqual([w.tooLarge("0.1"), bound[0], w.swings("0.1"), bound[1]]);
});
