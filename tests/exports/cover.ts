/** Experiments in which every two values of two settings occur together at least once, as far as the core lets them. */
import type {
  Activation,
  Experiment,
  Initial,
  Loss,
  Optimizer,
  Output,
  Scaling,
  Schedule,
} from "../../web/engine/engine";
import { optionsEn } from "../../web/i18n/settings.en";

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const OPTIMIZERS: readonly Optimizer[] = [
  { kind: "sgd" },
  { kind: "momentum", momentum: 0.9 },
  { kind: "nesterov", momentum: 0.9 },
  { kind: "adagrad", epsilon: 1e-10 },
  { kind: "rmsprop_tensorflow1", decay: 0.9, epsilon: 1e-10 },
  { kind: "rmsprop_pytorch", decay: 0.99, epsilon: 1e-8 },
  { kind: "adam", ...ADAM },
  { kind: "adamw", ...ADAM, weight_decay: 0.05 },
];
const LOSSES: readonly Loss[] = [
  { kind: "absolute" },
  { kind: "squared" },
  { kind: "huber", delta: 0.75 },
  { kind: "binary_cross_entropy" },
  { kind: "categorical_cross_entropy" },
];
const SCHEDULES: readonly Schedule[] = [
  { kind: "constant" },
  { kind: "step", every: 7, factor: 0.5 },
  { kind: "exponential", every: 20, factor: 0.5 },
  { kind: "cosine", steps: 35 },
  { kind: "warm_up", steps: 10 },
];
/** All: the dictionary does not compile without one. */
const ACTIVATIONS = Object.keys(optionsEn.activations) as Activation[];

const SETTINGS = {
  optimizer: OPTIMIZERS.map(({ kind }) => kind),
  loss: LOSSES.map(({ kind }) => kind),
  classes: [0, 2, 3],
  output: ["linear", "sigmoid", "softmax"] as Output[],
  scaling: ["raw", "divide_by_100", "standard"] as Scaling[],
  weights: ["free", "sum_to_one"] as const,
  bias: [true, false],
  schedule: SCHEDULES.map(({ kind }) => kind),
  penalty: ["none", "l1", "l2", "both"] as const,
  hidden: ["none", ...ACTIVATIONS, "two"] as const,
  batch: [null, 1, 5],
  shuffle: [false, true],
  held_out: [0, 0.25],
  initial: ["zeros", "constant", "given", "xavier_uniform", "he_normal", "uniform"] as Initial["kind"][],
};
export type Settings = { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name][number] };
type Some = Partial<Settings>;

/** Whether the core takes these settings together; those that are not said may be any. */
function isPossible({ loss, classes, output }: Some): boolean {
  if (output === "softmax" && classes === 0) return false;
  const isBinary = loss === "binary_cross_entropy";
  const isCategorical = loss === "categorical_cross_entropy";
  if ((isBinary || isCategorical) && (classes === 0 || output === "linear")) return false;
  return !(isCategorical && output === "sigmoid" && classes === 3);
}

type Name = keyof Settings;
type Value = Settings[Name];
const NAMES = Object.keys(SETTINGS) as Name[];

/** Every pair of values that can occur. */
function possiblePairs(): Set<string> {
  const pairs = new Set<string>();
  for (const [i, one] of NAMES.entries()) {
    for (const other of NAMES.slice(i + 1)) {
      for (const first of SETTINGS[one]) {
        for (const second of SETTINGS[other]) {
          if (canBeFilled({ [one]: first, [other]: second })) pairs.add(pairOf(one, first, other, second));
        }
      }
    }
  }
  return pairs;
}

function pairOf(one: Name, first: Value, other: Name, second: Value): string {
  return JSON.stringify(
    NAMES.indexOf(one) < NAMES.indexOf(other) ? [one, first, other, second] : [other, second, one, first],
  );
}

/** Whether some values of the others go with these. */
function canBeFilled(some: Some): boolean {
  const { loss, classes, output } = SETTINGS;
  return loss.some((l) =>
    classes.some((c) => output.some((o) => isPossible({ loss: l, classes: c, output: o, ...some }))),
  );
}

/**
 * Settings in which every pair of values that can occur does: greedily, each begins with a pair that is missing, and every other
 * setting takes the value that brings the most missing pairs.
 */
export function cover(): Settings[] {
  const missing = possiblePairs();
  const all: Settings[] = [];
  for (let [next] = missing; next !== undefined; [next] = missing) {
    const [one, first, other, second] = JSON.parse(next) as [Name, Value, Name, Value];
    const chosen: Record<string, Value> = { [one]: first, [other]: second };
    for (const name of NAMES) {
      if (name in chosen) continue;
      const gain = (value: Value): number =>
        Object.entries(chosen).filter(([there, its]) => missing.has(pairOf(name, value, there as Name, its))).length;
      const values = SETTINGS[name].filter((value) => canBeFilled({ ...chosen, [name]: value }));
      // Of equal ones another one each time, so that none is always the first.
      const turned = values.map((_, i) => values[(i + all.length) % values.length] as Value);
      chosen[name] = turned.reduce((best, value) => (gain(value) > gain(best) ? value : best));
    }
    for (const there of NAMES) {
      for (const name of NAMES)
        if (name !== there) missing.delete(pairOf(there, chosen[there] as Value, name, chosen[name] as Value));
    }
    all.push(chosen as Settings);
  }
  return all;
}

/** The pairs of values that settings leave out. */
export function missingPairs(all: readonly Settings[]): string[] {
  const isThere = (pair: string): boolean => {
    const [one, first, other, second] = JSON.parse(pair) as [Name, Value, Name, Value];
    return all.some((settings) => settings[one] === first && settings[other] === second);
  };
  return [...possiblePairs()].filter((pair) => !isThere(pair));
}

/** Small numbers in a fixed order, between −1 and 1. */
function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Number(Math.sin(12.9898 * (i + 1)).toFixed(3)));
}

const CLASSES = ["三好", "双优", '="普通"'];

export function experimentOf(settings: Settings): Experiment {
  const classes = CLASSES.slice(0, settings.classes);
  const students = Array.from({ length: 16 }, (_, i) => {
    const points = [60 + ((37 * i) % 41), 62.5 + ((53 * i) % 38), 70 + ((29 * i) % 30)];
    const total = 0.6 * (points[0] ?? 0) + 0.3 * (points[1] ?? 0) + 0.1 * (points[2] ?? 0);
    const scores: (number | null)[] = [...points];
    const target =
      classes.length === 0 ? Number((total / 100).toFixed(3)) : (classes[((i * i + i) % 5) % classes.length] ?? "");
    if (i === 3) scores[1] = null;
    return { name: `学生 ${i}, "=1+1"`, scores, target: i === 5 ? null : target, included: i !== 7 };
  });
  const units = settings.output === "softmax" || settings.classes === 3 ? Math.max(settings.classes, 1) : 1;
  const hidden =
    settings.hidden === "none"
      ? []
      : settings.hidden === "two"
        ? [
            { units: 4, activation: "tanh" as const },
            { units: 3, activation: "gelu" as const },
          ]
        : [{ units: 4, activation: settings.hidden }];
  return {
    version: 2,
    table: { subjects: ["德育", '智"育', "体\n育"], target: "荣誉", classes, students },
    scaling: settings.scaling,
    model: {
      hidden,
      weights: settings.weights,
      bias: settings.bias,
      output: settings.output,
      initial: initialOf(settings, [3, ...hidden.map((layer) => layer.units), units]),
    },
    training: {
      loss: found(LOSSES, settings.loss),
      optimizer: found(OPTIMIZERS, settings.optimizer),
      learning_rate: rateOf(settings),
      schedule: found(SCHEDULES, settings.schedule),
      batch_size: settings.batch,
      shuffle: settings.shuffle,
      l1: settings.penalty === "l1" || settings.penalty === "both" ? 0.003 : 0,
      l2: settings.penalty === "l2" || settings.penalty === "both" ? 0.01 : 0,
      test_fraction: settings.held_out,
      seed: 7,
    },
  };
}

function found<One extends { kind: string }>(all: readonly One[], kind: One["kind"]): One {
  const one = all.find((candidate) => candidate.kind === kind);
  if (one === undefined) throw new Error(kind);
  return one;
}

/** Small enough for every run to stay one that converges: raw scores are a hundred times those of the others. */
function rateOf({ optimizer, scaling }: Settings): number {
  const plain = { sgd: 0.05, momentum: 0.01, nesterov: 0.01 }[optimizer as string];
  if (plain !== undefined) return scaling === "raw" ? plain / 10_000 : plain;
  return scaling === "raw" ? 0.0005 : 0.01;
}

function initialOf({ initial, bias, scaling }: Settings, sizes: readonly number[]): Initial {
  const size = scaling === "raw" ? 0.01 : 0.5;
  switch (initial) {
    case "constant":
      return { kind: "constant", weight: size / 2, bias: bias ? 0.1 : 0 };
    case "uniform":
      return { kind: "uniform", limit: size };
    case "given": {
      const layers = sizes.slice(1).map((units, layer) => {
        const inputs = sizes[layer] ?? 0;
        const weights = numbers(units * inputs).map((number) => number * size);
        return {
          weights: Array.from({ length: units }, (_, unit) => weights.slice(unit * inputs, (unit + 1) * inputs)),
          biases: bias ? numbers(units) : [],
        };
      });
      return { kind: "given", layers };
    }
    default:
      return { kind: initial };
  }
}
