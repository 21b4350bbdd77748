/** The printed numbers, put through the printed formula, give the printed result: by the core's own numbers. */
import fc from "fast-check";
import { render } from "svelte/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Analysis, presetExperiment, Session } from "#sanhao";
import type {
  Activation,
  Constraint,
  Experiment,
  Initial,
  Loss,
  Optimizer,
  Output,
  Scaling,
} from "../../engine/engine";
import { layersOf } from "../../engine/frame";
import type { Explanation } from "../../engine/lab";
import { optionsEn } from "../../i18n/settings.en";
import { startTestCore } from "../../state/core.testing";
import { STAGES } from "../../state/step-choice";
import { parameterNames } from "../shared/parameter-names";
import { parameterEn } from "../shared/parameter-words";
import EquationLines from "./EquationLines.svelte";
import { equationsOf } from "./equations";
import { evaluate, type Formula, partsOf } from "./formula";
import { keyOf, visitLetters } from "./letters";
import type { About } from "./math";
import { lastPlace, workOut } from "./read-math.testing";
import { type Focus, Step } from "./step";
import { arithmeticEn } from "./words";

beforeAll(startTestCore);

/** The next step of a run after so many updates; null where there is none. */
function stepOf(experiment: Experiment, updates: number, focus: Focus): Step | null {
  const run = new Session(experiment);
  run.step(updates);
  run.refresh();
  const layers = layersOf(run.parameters().slice(), run.layers());
  const updateInput = run.updateInput();
  const analysis = new Analysis(experiment);
  const { learningRate, lossLimit, students, parameters, first, second } = updateInput;
  const explanation: Explanation | null = analysis.explain(
    updateInput.updates,
    learningRate,
    lossLimit,
    students,
    parameters,
    first,
    second,
  );
  run.free();
  analysis.free();
  if (explanation === null) return null;
  const names = parameterNames(experiment.table, layers, parameterEn);
  return new Step(experiment, layers, updateInput, explanation, focus, names, arithmeticEn, (row) => `#${row + 1}`);
}

let seen = 0;
let rough = 0;
afterAll(() => expect(rough).toBeLessThan(seen / 100));

/** The largest number that is met on the way through a formula. */
function largestPart(formula: Formula): number {
  const parts = partsOf(formula).map(largestPart);
  return Math.max(Math.abs(evaluate(formula)), ...parts);
}

/** Whether a wave is asked for an angle of which 32 bits have no digits. */
function isLost(formula: Formula): boolean {
  const isWave = formula.kind === "operation" && (formula.operation === "sin" || formula.operation === "cos");
  return (isWave && Math.abs(evaluate(formula.of)) > 1e4) || partsOf(formula).some(isLost);
}

/** The largest part that a student has in the slope of the parameter that is followed. */
function largestOfStudents(step: Step): number {
  const { layer, unit, from } = step.focus;
  const parts = Array.from({ length: step.batch }, (_, place) => {
    const incoming = from < 0 ? 1 : step.incomingAt(layer, from, place);
    return Math.abs(step.deltaAt(layer, unit, place) * incoming);
  });
  return Math.max(...parts);
}

/** Half a unit in the last place of 32 bits, as a part of the number. */
const ROUNDING = 2 ** -24;

/** Every line that a step shows holds by what is printed; in each stage a letter has one number and one meaning. */
function check(step: Step, context = ""): void {
  for (const stage of STAGES) {
    const equations = equationsOf(stage, step);
    const letters = new Map<string, About>();
    visitLetters(equations, (about) => {
      const { letter, value } = about;
      const known = letters.get(keyOf(letter)) ?? about;
      letters.set(keyOf(letter), known);
      const what = `${stage}: ${keyOf(letter)} ${context}`;
      expect(letter.meaning, what).toBe(known.letter.meaning);
      expect(Math.abs(value - known.value), what).toBeLessThanOrEqual(4 * ROUNDING * Math.abs(known.value));
    });
    for (const equation of equations) {
      const { body } = render(EquationLines, { props: { equation } });
      const line = (kind: string): string =>
        new RegExp(`<span class="${kind}[^"]*">(.*?)</span>`, "s").exec(body)?.[1] ?? "";
      const result = line("result");
      const plain = (markup: string): string => markup.replace(/<[^>]*>/g, "");
      const what = `${stage}, ${equation.title}: ${plain(line("numbers"))} ${plain(result)} ${context}`;
      expect(result, what).not.toMatch(/NaN|Infinity|∞/);
      seen += 1;
      if (isLost(equation.right)) continue;
      if (result.includes("≈")) {
        // Nothing but rounding in 32 bits is left: some of the formula, and some of each student in a sum over all.
        const off = Math.abs(evaluate(equation.right) - equation.value);
        const largest = Math.max(largestPart(equation.right), stage === "gradient" ? largestOfStudents(step) : 0);
        expect(off, what).toBeLessThanOrEqual(16 * (1 + step.batch) * ROUNDING * largest);
        rough += 1;
      } else if (equation.right.kind !== "letter") {
        const off = Math.abs(workOut(line("numbers")) - workOut(result));
        expect(off, what).toBeLessThanOrEqual(Math.max(0.5000001 * lastPlace(result), 2.4e-38));
      }
    }
  }
}

/** The step after so many updates holds. */
function checkRun(experiment: Experiment, updates: number, focus: Focus): void {
  const step = stepOf(experiment, updates, focus);
  if (step === null) throw new Error("no step");
  check(step);
}

const focus: Focus = { student: 0, layer: 0, unit: 0, from: 0 };
const with_ = (
  experiment: Experiment,
  training: Partial<Experiment["training"]>,
  model: Partial<Experiment["model"]> = {},
): Experiment => ({
  ...experiment,
  model: { ...experiment.model, ...model },
  training: { ...experiment.training, ...training },
});

const OPTIMIZERS: Optimizer[] = [
  { kind: "sgd" },
  { kind: "momentum", momentum: 0.9 },
  { kind: "nesterov", momentum: 0.9 },
  { kind: "adagrad", epsilon: 1e-8 },
  { kind: "rmsprop_tensorflow1", decay: 0.9, epsilon: 1e-10 },
  { kind: "rmsprop_pytorch", decay: 0.99, epsilon: 1e-8 },
  { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  { kind: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.01 },
];

test.each(OPTIMIZERS)("the update by $kind", (optimizer) => {
  for (const preset of ["weights", "award", "honours", "layers"] as const) {
    for (const updates of [0, 1, 50]) {
      for (const from of [0, preset === "weights" ? 2 : -1]) {
        const learning_rate = preset === "weights" ? 1e-6 : 0.01;
        checkRun(with_(presetExperiment(preset), { optimizer, learning_rate }), updates, { ...focus, from });
      }
    }
  }
});

const ACTIVATIONS = Object.keys(optionsEn.activations) as Activation[];

test.each(ACTIVATIONS)("the activation %s, forward and back", (activation) => {
  const layers = presetExperiment("layers");
  for (const updates of [0, 30]) {
    for (let unit = 0; unit < 6; unit++) {
      for (const layer of [0, 1]) {
        const hidden = [
          { units: 6, activation },
          { units: 3, activation },
        ];
        checkRun(with_(layers, {}, { hidden }), updates, {
          student: unit,
          layer,
          unit: unit % (layer === 0 ? 6 : 3),
          from: layer,
        });
      }
    }
  }
});

const LOSSES: Loss[] = [
  { kind: "absolute" },
  { kind: "squared" },
  { kind: "huber", delta: 1 },
  { kind: "binary_cross_entropy" },
  { kind: "categorical_cross_entropy" },
];
const OUTPUTS: Output[] = ["linear", "sigmoid", "softmax"];

test.each(LOSSES)("the loss $kind on every output", { timeout: 60_000 }, (loss) => {
  const before = seen;
  for (const output of OUTPUTS) {
    for (const preset of ["weights", "award", "honours"] as const) {
      for (const scaling of ["raw", "divide_by_100", "standard"] as Scaling[]) {
        for (const student of [0, 1]) {
          const experiment = {
            ...with_(presetExperiment(preset), { loss, batch_size: null, learning_rate: 1e-5 }, { output }),
            scaling,
          };
          try {
            new Session(experiment).free();
          } catch {
            continue; // a loss that wants probabilities, classes that want outputs
          }
          for (const updates of [0, 20]) checkRun(experiment, updates, { ...focus, student });
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(before);
});

test("weights that sum to one, penalties and large sums", () => {
  const weights = presetExperiment("weights");
  for (const scaling of ["raw", "divide_by_100"] as Scaling[]) {
    for (const penalty of [{}, { l2: 0.1 }, { l1: 0.01, l2: 0.01 }]) {
      for (const from of [0, 1, 2]) {
        const summed = with_(
          weights,
          { loss: { kind: "squared" }, batch_size: null, learning_rate: 0.001, ...penalty },
          { weights: "sum_to_one" },
        );
        for (const updates of [0, 5]) checkRun({ ...summed, scaling }, updates, { ...focus, from });
        checkRun(with_({ ...weights, scaling }, penalty), 3, { ...focus, from });
      }
    }
  }
  const large = with_(presetExperiment("honours"), {}, { initial: { kind: "constant", weight: 3, bias: 0 } });
  for (const unit of [0, 1, 2]) checkRun({ ...large, scaling: "raw" }, 2, { ...focus, unit });
});

test("a wide network and a large table are followed by one neuron and one student", () => {
  const layers = presetExperiment("layers");
  const wide = with_(
    layers,
    { batch_size: null },
    {
      hidden: [
        { units: 40, activation: "tanh" },
        { units: 30, activation: "relu" },
      ],
    },
  );
  checkRun(wide, 3, { student: 17, layer: 1, unit: 11, from: 39 });
  checkRun(wide, 3, { student: 17, layer: 2, unit: 0, from: 29 });
});

/** Experiments of every kind, saturated and diverging ones among them. */
function anyExperiment(): fc.Arbitrary<{ experiment: Experiment; updates: number; places: readonly number[] }> {
  const hidden = (...units: number[]) =>
    fc.tuple(
      ...units.map((count) => fc.record({ units: fc.constant(count), activation: fc.constantFrom(...ACTIVATIONS) })),
    );
  return fc
    .record({
      preset: fc.constantFrom(...(["weights", "award", "honours", "layers"] as const)),
      scaling: fc.constantFrom<Scaling>("raw", "divide_by_100", "standard"),
      hidden: fc.oneof(hidden(), hidden(3), hidden(8, 7)),
      weights: fc.constantFrom<Constraint>("free", "free", "sum_to_one"),
      bias: fc.boolean(),
      output: fc.constantFrom(...OUTPUTS),
      initial: fc.constantFrom<Initial>(
        { kind: "zeros" },
        { kind: "constant", weight: 0.1, bias: 0.2 },
        { kind: "he_normal" },
        { kind: "uniform", limit: 3 },
        { kind: "uniform", limit: 30 },
      ),
      loss: fc.constantFrom(...LOSSES),
      optimizer: fc.constantFrom(...OPTIMIZERS),
      learning_rate: fc.double({ min: -6, max: 0, noNaN: true }).map((power) => 10 ** power),
      batch_size: fc.constantFrom(1, 2, 5, null),
      l1: fc.constantFrom(0, 0, 0.01),
      l2: fc.constantFrom(0, 0, 0.1),
      updates: fc.constantFrom(0, 1, 3, 40, 300),
      places: fc.array(fc.nat(999), { minLength: 4, maxLength: 4 }),
    })
    .map(({ preset, scaling, hidden, weights, bias, output, initial, updates, places, ...training }) => ({
      experiment: {
        ...with_(presetExperiment(preset), training, { hidden, weights, bias, output, initial }),
        scaling,
      },
      updates,
      places,
    }));
}

test("any step of any experiment", { timeout: 180_000 }, () => {
  let steps = 0;
  fc.assert(
    fc.property(anyExperiment(), ({ experiment, updates, places: [a = 0, b = 0, c = 0, d = 0] }) => {
      try {
        new Session(experiment).free();
      } catch {
        return;
      }
      const first = stepOf(experiment, updates, focus);
      if (first === null) return;
      const layer = a % first.layers.length;
      const { units = 1, inputs = 1, biases } = first.layers[layer] ?? {};
      const from = biases?.length ? (d % (inputs + 1)) - 1 : d % inputs;
      const followed = { student: b % first.batch, layer, unit: c % units, from };
      const step = stepOf(experiment, updates, followed);
      if (step !== null) check(step, JSON.stringify(followed));
      steps += 1;
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(steps).toBeGreaterThan(500);
});
