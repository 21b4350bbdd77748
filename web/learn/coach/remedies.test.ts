import { beforeAll, describe, expect, it, test } from "vitest";
import { withModel } from "../../edits/edit-model";
import { Engine, type Experiment, type Frame, type Preset, presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { type Remedy, remedied, remediesOf, safeRate } from "./remedies";

beforeAll(startTestCore);

/** Runs an experiment for so many updates and says what it is doing. */
function run(experiment: Experiment, updates: number) {
  const engine = Engine.of(experiment);
  // As on the page, where every frame is judged: what stands still is seen from one to the next.
  for (let part = 0; part < 4; part += 1) {
    engine.step(updates / 4);
    engine.frame();
  }
  const frame: Frame = engine.frame();
  const diagnosis = engine.diagnosis();
  engine.free();
  return { frame, diagnosis, remedies: remediesOf(experiment, diagnosis, frame) };
}

/** Students who get the award for exactly one subject of two. */
function exclusiveOr(hidden: Experiment["model"]["hidden"], seed = 1): Experiment {
  const layers = presetOf("layers");
  const scores = [
    [50, 50],
    [50, 90],
    [90, 50],
    [90, 90],
  ];
  const targets = ["否", "是", "是", "否"];
  return {
    ...layers,
    table: {
      ...layers.table,
      subjects: ["A", "B"],
      classes: ["否", "是"],
      students: scores.map((row, i) => ({ name: `${i}`, scores: row, target: targets[i] ?? "", included: true })),
    },
    scaling: "standard",
    model: { ...layers.model, hidden, initial: { kind: hidden.length > 0 ? "xavier_uniform" : "zeros" } },
    training: {
      ...layers.training,
      loss: { kind: "binary_cross_entropy" },
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      learning_rate: 0.05,
      batch_size: null,
      test_fraction: 0,
      seed,
    },
  };
}

function atRate(experiment: Experiment, learning_rate: number): Experiment {
  return { ...experiment, training: { ...experiment.training, learning_rate } };
}

function sigmoids(...layers: number[]): Experiment["model"]["hidden"] {
  return layers.map((units) => ({ units, activation: "sigmoid" }));
}

function sgd(experiment: Experiment): Experiment {
  return { ...experiment, training: { ...experiment.training, optimizer: { kind: "sgd" } } };
}

/** A preset with the squared loss and plain gradient descent. */
function squaresOf(preset: Preset): Experiment {
  const { training, ...others } = sgd(presetOf(preset));
  return { ...others, training: { ...training, loss: { kind: "squared" } } };
}

/** The award's saturated sigmoid: raw scores of some 90 points, no bias, weights that sum to one. */
function saturated(): Experiment {
  const award = presetOf("award");
  return {
    ...award,
    scaling: "raw",
    model: { ...award.model, weights: "sum_to_one", bias: false, initial: { kind: "zeros" } },
    training: { ...award.training, loss: { kind: "absolute" }, batch_size: 1 },
  };
}

/** Hidden ReLUs that are below 0 for every student from the start. */
function dead(): Experiment {
  const experiment = exclusiveOr([{ units: 6, activation: "relu" }]);
  const { model } = experiment;
  return {
    ...experiment,
    scaling: "divide_by_100",
    model: { ...model, initial: { kind: "constant", weight: -0.5, bias: -0.5 } },
  };
}

/** Hidden ReLUs that steps on raw scores have thrown below 0. */
function thrown(): Experiment {
  const experiment = exclusiveOr([{ units: 3, activation: "relu" }]);
  return { ...experiment, scaling: "raw", training: { ...experiment.training, optimizer: { kind: "sgd" } } };
}

describe("what is offered helps when it is followed", () => {
  const helps: [string, () => Experiment, Remedy, number][] = [
    ["students whose pulls cancel", () => exclusiveOr([]), "layer", 0.1],
    ["a saturated output", saturated, "bias", 0.8],
    ["neurons dead from the start", dead, "start", 0.5],
    ["neurons thrown off", thrown, "standard", 0.5],
  ];
  it.each(helps)("%s", (_, make, remedy, share) => {
    const experiment = make();
    const before = run(experiment, 4000);
    expect(before.remedies, before.diagnosis.kind).toContain(remedy);
    const after = run(remedied(experiment, remedy, Number.NaN), 8000);
    expect(after.frame.loss).toBeLessThan(share * before.frame.loss);
  });

  it.each([
    ["a linear model", () => atRate(squaresOf("weights"), 1e-11)],
    ["a network on a plateau", () => atRate(sgd(exclusiveOr(sigmoids(4, 2))), 0.03)],
  ])("longer steps, where they are short: %s", (_, make) => {
    const slow = make();
    const before = run(slow, 4000);
    expect([before.diagnosis.kind, before.remedies]).toEqual(["slow", ["rate"]]);
    const rate = before.diagnosis.kind === "slow" ? (before.diagnosis.faster ?? Number.NaN) : Number.NaN;
    const [same, faster] = [slow, remedied(slow, "rate", rate)].map((experiment) => run(experiment, 8000).frame.loss);
    expect(before.frame.loss - (faster ?? Number.NaN)).toBeGreaterThan(2 * (before.frame.loss - (same ?? Number.NaN)));
  });

  it("a hidden layer, where no line parts the classes", () => {
    const straight = withModel(exclusiveOr([]), { initial: { kind: "xavier_uniform" } });
    const before = run(straight, 4000);
    expect(before.remedies, before.diagnosis.kind).toEqual(["layer"]);
    expect(run(remedied(straight, "layer", Number.NaN), 8000).frame.accuracy).toBe(1);
  });

  it("tanh, where every activation is the identity", () => {
    const straight = exclusiveOr([{ units: 4, activation: "identity" }]);
    const before = run(straight, 8000);
    expect(before.remedies, before.diagnosis.kind).toEqual(["activation"]);
    expect(run(remedied(straight, "activation", Number.NaN), 8000).frame.accuracy).toBe(1);
  });

  it("more neurons or another start, where one neuron is too few", () => {
    const one = exclusiveOr([{ units: 1, activation: "tanh" }]);
    const before = run(one, 8000);
    expect(before.remedies, before.diagnosis.kind).toEqual(["start", "neurons"]);
    expect(run(remedied(one, "neurons", Number.NaN), 8000).frame.accuracy).toBe(1);
  });

  it("a random start, where the neurons of a layer are alike", () => {
    const alike = withModel(exclusiveOr([{ units: 4, activation: "tanh" }]), {
      initial: { kind: "constant", weight: 0.5, bias: 0 },
    });
    const before = run(alike, 8000);
    expect(before.remedies, before.diagnosis.kind).toEqual(["start"]);
    expect(run(remedied(alike, "start", Number.NaN), 8000).frame.accuracy).toBe(1);
  });

  it("a linear output, where a sigmoid cannot reach the totals", () => {
    const out = withModel(presetOf("weights"), { output: "sigmoid", bias: true });
    const before = run({ ...out, scaling: "raw" }, 4000);
    expect(before.remedies, before.diagnosis.kind).toEqual(["linear"]);
    expect(run(remedied(out, "linear", Number.NaN), 8000).frame.loss).toBeLessThan(0.1 * before.frame.loss);
  });

  it("nothing, where nothing known helps: two students with the same scores and different totals", () => {
    const weights = presetOf("weights");
    const [first] = weights.table.students;
    if (first === undefined) throw new Error("a student is missing");
    const students = [first, { ...first, name: "same", target: 60 }];
    const end = run(atRate({ ...weights, table: { ...weights.table, students } }, 0.0001), 40_000);
    expect(end.remedies, JSON.stringify(end.diagnosis)).toEqual([]);
  });

  it("a tenth of a rate that swings", () => {
    const swinging = atRate(presetOf("weights"), 10);
    const before = run(swinging, 4000);
    expect([before.diagnosis.kind, before.remedies[0]]).toEqual(["swinging", "rate"]);
    const after = run(remedied(swinging, "rate", safeRate(10, { kind: "adaptive" })), 4000);
    expect(after.frame.loss).toBeLessThan(0.2 * before.frame.loss);
  });

  it("scores divided by 100 where the rate diverges", () => {
    const squares = atRate(squaresOf("weights"), 0.03);
    const before = run(squares, 400);
    expect([before.diagnosis.kind, before.remedies]).toEqual(["diverged", ["rate", "scale"]]);
    const after = run(remedied(squares, "scale", Number.NaN), 4000);
    expect(after.diagnosis.kind).not.toBe("diverged");
    expect(after.frame.loss).toBeLessThan(2);
  });

  it("another start, where two hidden neurons end with students who are wrong", () => {
    const two = [{ units: 2, activation: "tanh" as const }];
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const ends = seeds.map((seed) => run(exclusiveOr(two, seed), 8000));
    const wrong = seeds.filter((seed) => (ends[seed]?.frame.accuracy ?? 1) < 1);
    expect(wrong.length).toBeGreaterThan(0);
    for (const seed of wrong) {
      const { diagnosis, remedies } = ends[seed] ?? run(exclusiveOr(two, seed), 8000);
      expect(remedies, `seed ${seed}: ${JSON.stringify(diagnosis)}`).toContain("start");
      let next = exclusiveOr(two, seed);
      let presses = 0;
      while (run(next, 8000).frame.accuracy < 1) {
        next = remedied(next, "start", Number.NaN);
        presses += 1;
      }
      expect(presses, `seed ${seed}`).toBeLessThan(6);
    }
  });
});

test("a run that needs no help is left alone", () => {
  for (const preset of ["weights", "award", "honours", "layers"] as const) {
    expect(run(presetOf(preset), 200).remedies).toEqual([]);
  }
  expect(run(presetOf("layers"), 20_000)).toMatchObject({ frame: { accuracy: 1 }, remedies: [] });
});

test("the largest seed is followed by the first", () => {
  expect(remedied(exclusiveOr([], 2 ** 32 - 1), "start", Number.NaN).training.seed).toBe(0);
});

test("the safe rate is half the bound, and never above half of what was too large", () => {
  expect(safeRate(1, { kind: "bound", largest: 0.44, exact: true, diverges: 0.44 })).toBe(0.22);
  expect(safeRate(0.3, { kind: "bound", largest: 0.44, exact: false, diverges: 0.44 })).toBe(0.15);
  expect(safeRate(1, { kind: "adaptive" })).toBe(0.1);
});
