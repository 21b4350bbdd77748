/** The workloads, as experiments: the one definition that the page, its peers and the native benches read. */
import type {
  Activation,
  Axis,
  Experiment,
  GivenLayer,
  Optimizer,
  Output,
  Preset,
  ScorePlane,
  Student,
} from "../../crates/sanhao-wasm/pkg/sanhao_wasm";

/** What is measured. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly recipe: Recipe;
  /** Training counts samples a second, a grid predicted by the network at its start points a second. */
  readonly kind: "training" | "grid";
  /** Floating-point operations a sample or point, where a fraction of the machine's peak says something. */
  readonly operations: number | null;
  /** Epochs after which a peer's parameters are compared with ours. */
  readonly checkedEpochs: number;
}

/** The grid of W6: the first two features vary, a third is held. The top row comes first. */
export const GRID = { columns: 100, rows: 100, from: -2, to: 2, held: 0.25 } as const;

/** The grid as a plane through the scores of an experiment. */
export function planeOf({ table }: Experiment): ScorePlane {
  const range: [number, number] = [GRID.from, GRID.to];
  return { x: 0, y: 1, xRange: range, yRange: range, held: table.subjects.map(() => GRID.held) };
}

/** What an experiment is made from: a shape of network and what it learns from. */
export interface Recipe {
  features: number;
  hidden: number[];
  activation?: Activation;
  output: Output;
  students: number;
  /** 0 for number targets. */
  classes: number;
  batch: number | null;
  rate: number;
  optimizer?: Optimizer;
}

/** Mulberry32: the same numbers from 0 to below 1 everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from −size to below size that 32 bits hold exactly: peers in 64 bits start from the same. */
const exact = (random: number, size: number): number => Math.floor((random * 2 - 1) * size * 4096) / 4096;

/** The experiment of a workload. */
export function experimentOf({ recipe }: Workload): Experiment {
  const random = randomNumbers(3);
  const names = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const classes = names(recipe.classes, "class ");
  const student = (_: unknown, i: number): Student => {
    const scores = Array.from({ length: recipe.features }, () => exact(random(), 2));
    const [x = 0, y = 0, z = 0] = scores;
    // No clean rule: with one a classifier's gradients would fade into numbers that processors are slow with.
    const truth = x * y + z + 0.5 * x + exact(random(), 1);
    const target = classes.length === 0 ? truth : classes[(classes.length * (Math.tanh(truth) + 1)) >> 1];
    return { name: String(i), scores, target: target ?? null, included: true };
  };
  let inputs = recipe.features;
  const layers = [...recipe.hidden, recipe.classes > 2 ? recipe.classes : 1].map((units): GivenLayer => {
    const limit = Math.sqrt(6 / (recipe.activation === "relu" ? inputs : inputs + units));
    const weights = Array.from({ length: units }, () => Array.from({ length: inputs }, () => exact(random(), limit)));
    inputs = units;
    return { weights, biases: weights.map(() => exact(random(), 0.125)) };
  });
  return {
    table: {
      subjects: names(recipe.features, "subject "),
      target: "target",
      classes,
      students: Array.from({ length: recipe.students }, student),
    },
    version: 2,
    scaling: "raw",
    model: {
      hidden: recipe.hidden.map((units) => ({ units, activation: recipe.activation ?? "identity" })),
      weights: "free",
      bias: true,
      output: recipe.output,
      initial: { kind: "given", layers },
    },
    training: {
      loss: { kind: LOSSES[recipe.output] },
      optimizer: recipe.optimizer ?? { kind: "sgd" },
      learning_rate: recipe.rate,
      schedule: { kind: "constant" },
      batch_size: recipe.batch,
      shuffle: false,
      l1: 0,
      l2: 0,
      test_fraction: 0,
      seed: 1,
    },
  };
}

const LOSSES = {
  linear: "squared",
  sigmoid: "binary_cross_entropy",
  softmax: "categorical_cross_entropy",
} as const;

const LINEAR: Recipe = {
  features: 3,
  hidden: [],
  output: "linear",
  students: 2,
  classes: 0,
  batch: null,
  rate: 1 / 64,
};

const CLASSIFY: Recipe = { ...LINEAR, output: "softmax", students: 300, classes: 3, batch: 10, rate: 1 / 16 };

const SMALL: Recipe = {
  features: 2,
  hidden: [4, 2],
  activation: "tanh",
  output: "linear",
  students: 250,
  classes: 0,
  batch: 10,
  rate: 1 / 64,
};

const WIDE: Recipe = {
  features: 3,
  hidden: [64, 64],
  activation: "relu",
  output: "softmax",
  students: 1000,
  classes: 3,
  batch: 32,
  rate: 0.001,
  optimizer: { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

export const WORKLOADS: readonly Workload[] = [
  {
    name: "W1",
    title: "linear 3→1, 2 students, full batch, SGD",
    recipe: LINEAR,
    kind: "training",
    operations: null,
    checkedEpochs: 200,
  },
  {
    name: "W2",
    title: "logistic 3→1, 300 students, batch 10, SGD",
    recipe: { ...CLASSIFY, output: "sigmoid", classes: 2 },
    kind: "training",
    operations: 14,
    checkedEpochs: 20,
  },
  {
    name: "W3",
    title: "softmax 3→3, 300 students, batch 10, SGD",
    recipe: CLASSIFY,
    kind: "training",
    operations: null,
    checkedEpochs: 20,
  },
  {
    name: "W4",
    title: "2→4→2→1 tanh, 250 students, batch 10, SGD",
    recipe: SMALL,
    kind: "training",
    operations: 104,
    checkedEpochs: 20,
  },
  {
    name: "W5",
    title: "3→64→64→3 ReLU + softmax, 1000 students, batch 32, Adam",
    recipe: WIDE,
    kind: "training",
    operations: 28_400,
    checkedEpochs: 2,
  },
  {
    name: "W7",
    title: "3→256→256→3 ReLU + softmax, 4000 students, batch 128, Adam",
    recipe: { ...WIDE, hidden: [256, 256], students: 4000, batch: 128 },
    kind: "training",
    operations: 408_000,
    checkedEpochs: 1,
  },
  {
    name: "W6a",
    title: "W4's net over a 100×100 grid",
    recipe: SMALL,
    kind: "grid",
    operations: null,
    checkedEpochs: 0,
  },
  {
    name: "W6b",
    title: "W5's net over a 100×100 grid",
    recipe: WIDE,
    kind: "grid",
    operations: 8_960,
    checkedEpochs: 0,
  },
];

/** How long a sweep's runs are trained. Later they have come to rest, and numbers near 0 cost a processor more than others. */
export const SWEEP_UPDATES = 2000;

/** Many runs of a case: updates of all runs a second are counted. */
export interface SweepWorkload {
  readonly name: string;
  readonly title: string;
  readonly preset: Preset;
  readonly axis: Axis;
}

export const SWEEPS: readonly SweepWorkload[] = [
  {
    name: "S1",
    title: "case 1, 256 learning rates",
    preset: "weights",
    axis: { kind: "learning_rate", low: 1e-6, high: 0.1, count: 256 },
  },
  {
    name: "S2",
    title: "case 2, 256 learning rates",
    preset: "award",
    axis: { kind: "learning_rate", low: 1e-6, high: 0.1, count: 256 },
  },
  { name: "S4", title: "case 4, 64 seeds", preset: "layers", axis: { kind: "seed", first: 1, count: 64 } },
];

/**
 * How far what is written by hand may be from ours after the checked updates, as a part of the largest parameter. It
 * computes in 64 bits; Adam divides by the size of a gradient, however small it is.
 */
export const SWEEP_TOLERANCE = 5e-3;
