/** Asks the core for what the exported files are written from. */
import { Engine, type Experiment, type Frame, type LayerNumbers, layersOf, type Role } from "../engine/engine";
import { lab } from "../engine/lab";
import type { Compared, Facts } from "./facts";

/** A run as the page shows it. */
export interface ShownRun {
  readonly frame: Frame;
  readonly roles: readonly Role[];
  /** As they are trained. */
  readonly parameters: Float32Array;
}

/** The updates of a script for a run that has not begun, and the most of any: a laptop does them in seconds. */
const FIRST_UPDATES = 1000;
const MAX_UPDATES = 20_000;

export async function factsOf(experiment: Experiment, run: ShownRun): Promise<Facts> {
  const { frame, roles, parameters } = run;
  const layersFrom = (parameters: Float32Array): LayerNumbers[] =>
    layersOf(
      parameters,
      frame.layers.map(({ inputs, units, biases }) => ({ inputs, units, bias: biases.length > 0 })),
    );
  const students = roles.filter((role) => role === "training").length;
  const batch = Math.min(experiment.training.batch_size ?? students, students);
  const wanted = frame.updates === 0 ? FIRST_UPDATES : frame.updates;
  const perEpoch = Math.ceil(students / batch);
  const epochs = Math.max(1, Math.ceil(Math.min(wanted, MAX_UPDATES) / perEpoch));
  const fresh = Engine.of(experiment);
  const start = fresh.updateInput();
  fresh.free();
  const { shifts, scales } = scalingOf(experiment, frame, start);
  return {
    ...{ experiment, frame, roles, shifts, scales, batch, epochs },
    start: layersFrom(start.parameters),
    trained: layersFrom(parameters),
    isWhole: epochs * perEpoch >= frame.updates,
    compared: await comparedOf(experiment, layersFrom(start.parameters), epochs * perEpoch, batch),
  };
}

/** The core says how it scales where it explains an update. One of parameters 0 is within every limit. */
function scalingOf(
  experiment: Experiment,
  frame: Frame,
  start: ReturnType<Engine["updateInput"]>,
): { shifts: readonly number[]; scales: readonly number[] } {
  const parameters = start.parameters.map(() => 0);
  const limits = { learningRate: 1e-30, lossLimit: Number.POSITIVE_INFINITY };
  const explained = lab.of(experiment, frame.layers).explain({ ...start, ...limits, parameters });
  if (explained === null) throw new Error("an update of parameters 0 is not explained");
  return explained;
}

/** How much one run may differ from another one by rounding, as a part of the tolerance of the scripts. */
const MARGIN = 0.1;
/** By how much the runs differ that show how rounding grows. */
const NUDGE = 1e-6;
/** The most multiplications that one of these runs may take: about half a second. */
const MAX_WORK = 4e8;
/** Milliseconds after which the page gets its turn. */
const TURN = 20;

/**
 * Up to where a run can be compared with one of another program, and the core's loss there. Programs differ in the last digits.
 * Two more runs, one at a learning rate that is a millionth larger, one from a start that is a millionth off, show how far such a
 * difference grows. A parameter that starts at 0 stays there: 0 is not rounded.
 */
async function comparedOf(
  experiment: Experiment,
  start: readonly LayerNumbers[],
  updates: number,
  batch: number,
): Promise<Compared> {
  const { training, model } = experiment;
  const nudged = (numbers: Float32Array): number[] =>
    Array.from(numbers, (number, i) => number + (i % 3 === 0 ? 1 : -1) * NUDGE * number);
  const layers = start.map(({ weights, biases, inputs, units }) => ({
    weights: Array.from({ length: units }, (_, unit) => nudged(weights.subarray(unit * inputs, (unit + 1) * inputs))),
    biases: nudged(biases),
  }));
  const runs = [
    experiment,
    { ...experiment, training: { ...training, learning_rate: training.learning_rate * (1 + NUDGE) } },
    { ...experiment, model: { ...model, initial: { kind: "given" as const, layers } } },
  ].map((one) => Engine.of(one));
  try {
    const parameters = start.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0);
    const reached = Math.max(1, Math.floor(MAX_WORK / (parameters * (batch + 4) + 1000)));
    const startLoss = runs[0]?.frame().loss ?? Number.NaN;
    let compared: Compared = { startLoss, updates: 0, loss: startLoss, why: "early" };
    for (const at of checkpoints(updates)) {
      if (at > reached) return { ...compared, why: "long" };
      for (const run of runs) await stepTo(run, at);
      const frames = runs.map((run) => run.frame());
      if (frames.some(({ diverged }) => diverged)) return compared;
      const [loss = Number.NaN, ...others] = frames.map((frame) => frame.loss);
      const allowed = MARGIN * (1e-3 * loss + 1e-6 * startLoss);
      // Written so that NaN ends it.
      if (!others.every((other) => Math.abs(other - loss) <= allowed)) return compared;
      compared = { startLoss, updates: at, loss, why: at === updates ? "whole" : "early" };
    }
    return compared;
  } finally {
    for (const run of runs) run.free();
  }
}

/** 1, 2, 5, 10, 20, 50 and so on, and the last update. */
function checkpoints(last: number): number[] {
  const all = [];
  for (let power = 1; power < last; power *= 10) all.push(power, 2 * power, 5 * power);
  return [...all.filter((at) => at < last), last];
}

/** Lets the page breathe meanwhile. */
async function stepTo(run: Engine, updates: number): Promise<void> {
  let done = run.frame().updates;
  let chunk = 1;
  while (done < updates) {
    const begun = performance.now();
    const now = run.step(Math.min(chunk, updates - done));
    if (now === 0) return;
    done += now;
    if (performance.now() - begun < TURN / 2) chunk *= 2;
    else await new Promise((resolve) => setTimeout(resolve));
  }
}
