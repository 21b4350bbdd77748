import { beforeAll, describe, expect, it, test } from "vitest";
import { withModel, withTraining } from "../../edits/edit-model";
import { Engine, type Experiment, type Frame, type Preset, presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { needsCoach, type Remedy, remedied, remediesOf, safeRate } from "./remedies";
import { withSuitedRate } from "./suited-rate";

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

/** Layers of one neuron that let neither scores nor errors through. */
function zeros(): Experiment {
  const experiment = exclusiveOr([{ units: 1, activation: "tanh" }]);
  return withModel(experiment, { initial: { kind: "zeros" }, bias: false });
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
    // One neuron alone cannot part these classes.
    ["one weight of 0 after another", zeros, "start", 0.85],
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

  it("a smaller part of a rate that swings, the higher it rises above the start", () => {
    const swinging = atRate(presetOf("weights"), 10);
    const before = run(swinging, 4000);
    expect([before.diagnosis.kind, before.remedies[0]]).toEqual(["swinging", "rate"]);
    if (before.diagnosis.kind !== "swinging") throw new Error("no swing");
    // Some 2,700 over 90.5.
    const rise = before.diagnosis.high / (before.frame.history.losses[0] ?? Number.NaN);
    const rate = safeRate(10, { kind: "adaptive" }, rise);
    expect(rate).toBe(0.01);
    const after = run(remedied(swinging, "rate", rate), 4000);
    expect(after.frame.loss).toBeLessThan(5);
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

/** Students with these scores and totals, standardized, squared errors by plain gradient descent. */
function totals(scores: number[][], total: (row: number[]) => number, learning_rate: number): Experiment {
  const { table, ...others } = squaresOf("weights");
  const [subjects = []] = scores;
  return atRate(
    {
      ...others,
      scaling: "standard",
      table: {
        ...table,
        subjects: subjects.map((_, i) => `${i}`),
        students: scores.map((row, i) => ({ name: `${i}`, scores: row, target: total(row), included: true })),
      },
      model: { ...others.model, bias: true, initial: { kind: "zeros" } },
      training: { ...others.training, batch_size: null },
    },
    learning_rate,
  );
}

/** Scores of three subjects between 55 and 99. */
const classOf = (students: number): number[][] =>
  Array.from({ length: students }, (_, i) => [37, 61, 89].map((step) => 55 + ((i * step + step) % 45)));

/** y = x + 2 without a bias. */
function withoutBias(): Experiment {
  const scores = Array.from({ length: 10 }, (_, i) => [i + 1]);
  const experiment = totals(scores, ([x = 0]) => x + 2, 0.01);
  return withModel({ ...experiment, scaling: "raw" }, { bias: false });
}

describe("what holds a run at rest back is taken away, at a rate that suits what comes", () => {
  const mix = ([a = 0, b = 0, c = 0]: number[]): number => 0.5 * a + 0.3 * b + 0.2 * c;
  const lines: [string, () => Experiment, Remedy][] = [
    ["weights held to one", () => heldToOne(([a = 0, b = 0, c = 0]) => 0.3 * b - 0.5 * a - 0.2 * c), "free"],
    ["no bias", withoutBias, "bias"],
    [
      "a line through a parabola",
      () =>
        totals(
          Array.from({ length: 41 }, (_, i) => [i / 5 - 4]),
          ([x = 0]) => x * x,
          0.1,
        ),
      "layer",
    ],
    ["a penalty", () => withTraining(totals(classOf(30), mix, 0.01), { l2: 10 }), "penalty"],
    [
      "a schedule that has ended",
      () => withTraining(totals(classOf(30), mix, 0.01), { schedule: { kind: "step", every: 100, factor: 0 } }),
      "constant",
    ],
    ["raw scores", () => ({ ...totals(classOf(30), (row) => mix(row) + 20, 3e-5), scaling: "raw" }), "standard"],
  ];
  it.each(lines)("%s", (_, make, remedy) => {
    const experiment = make();
    const before = run(experiment, 8000);
    expect(before.remedies, JSON.stringify(before.diagnosis)).toContain(remedy);
    const after = run(withSuitedRate(remedied(experiment, remedy, Number.NaN)), 8000);
    expect(after.frame.loss).toBeLessThan(0.2 * before.frame.loss);
  });

  function heldToOne(total: (row: number[]) => number): Experiment {
    const experiment = totals(classOf(20), total, 0.001);
    return withModel({ ...experiment, scaling: "raw" }, { weights: "sum_to_one", bias: false });
  }
});

it("offers nothing against students with the same scores and another answer, whatever the network", () => {
  for (const hidden of [[], [{ units: 3, activation: "tanh" as const }]]) {
    const once = exclusiveOr(hidden);
    const students = ["否", "是"].flatMap((target) => once.table.students.map((student) => ({ ...student, target })));
    const twice = { ...once, table: { ...once.table, students } };
    const { diagnosis, remedies } = run(twice, 20_000);
    expect(diagnosis).toMatchObject({ cause: { kind: "twins", students: 8 } });
    expect([remedies, needsCoach(diagnosis, remedies)]).toEqual([[], true]);
  }
});

it("one press takes the course's swing to totals that are right", () => {
  const engine = Engine.of(presetOf("weights"));
  const played = (updates: number): void => {
    for (let part = 0; part < 8; part += 1) {
      engine.step(updates / 8);
      engine.frame();
    }
  };
  played(40_000);
  const course = presetOf("weights");
  expect(remediesOf(course, engine.diagnosis(), engine.frame())).toEqual(["rate"]);
  engine.setLearningRate(safeRate(course.training.learning_rate, { kind: "no_curvature" }));
  played(40_000);
  expect(remediesOf(course, engine.diagnosis(), engine.frame())).toEqual([]);
  expect(Math.max(...engine.frame().errors.map(Math.abs))).toBeLessThan(0.1);
  engine.free();
});

it("one press takes a rate of 1e-7 to one that learns", () => {
  const tiny = withTraining(
    totals(classOf(30), ([a = 0]) => a, 1e-7),
    {
      optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    },
  );
  const { diagnosis, remedies } = run(tiny, 2000);
  expect([diagnosis.kind, remedies]).toEqual(["slow", ["rate"]]);
  const rate = diagnosis.kind === "slow" ? (diagnosis.faster ?? Number.NaN) : Number.NaN;
  expect(run(remedied(tiny, "rate", rate), 2000).diagnosis.kind).toBe("learning");
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

test("the safe rate is half the bound, and a tenth of a rate that swings below it", () => {
  expect(safeRate(1, { kind: "bound", largest: 0.44, exact: true, diverges: 0.44, at_rest: false })).toBe(0.22);
  expect(safeRate(0.6, { kind: "bound", largest: 0.44, exact: false, diverges: 0.44, at_rest: false })).toBe(0.22);
  expect(safeRate(0.3, { kind: "bound", largest: 0.44, exact: false, diverges: 0.44, at_rest: false })).toBe(0.03);
  expect(safeRate(1, { kind: "adaptive" })).toBe(0.1);
  expect(safeRate(1, { kind: "adaptive" }, 1.9)).toBe(0.1);
  expect(safeRate(1, { kind: "adaptive" }, 15)).toBe(0.01);
});
