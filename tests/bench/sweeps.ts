/** The sweeps: hundreds of runs of a case, beside as many single sessions and plain JavaScript by hand. */
import { type Experiment, presetExperiment, Session, Sweep } from "../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { award, layers, shuffle, weights } from "./peers/plain-sweeps.js";
import { otherSession } from "./peers/sanhao";
import { SWEEP_TOLERANCE, SWEEP_UPDATES, type SweepWorkload } from "./workloads";

/** Trains every run from its start so many times, and returns how many updates that were in all. */
export type Runs = (times: number) => number;

/** After so many updates the bits are compared with those of a session. */
const CHECKED = 300;

/** And after so many the numbers with what is written by hand: later a residual near 0 has another sign in 64 bits. */
const CHECKED_BY_HAND = 30;

/** What is measured, by its name; ours first. */
export function runsOf(workload: SweepWorkload): Record<string, Runs> {
  const experiments = experimentsOf(workload);
  const byHand = experiments.map(startedByHand);
  const again = (trainAll: () => void) => (times: number) => {
    for (let time = 0; time < times; time++) trainAll();
    return times * SWEEP_UPDATES * experiments.length;
  };
  const inTurns = (sessions: readonly Session[]) =>
    again(() => {
      for (const session of sessions) {
        session.reset();
        session.step(SWEEP_UPDATES);
      }
    });
  return {
    Sanhao: again(() => {
      const sweep = new Sweep(presetExperiment(workload.preset), [workload.axis], SWEEP_UPDATES);
      while (!sweep.isFinished()) sweep.step(2 ** 32 - 1);
      sweep.free();
    }),
    "single sessions": inTurns(experiments.map((experiment) => new Session(experiment))),
    ...(otherSession && { "sessions of the other build": inTurns(experiments.map(otherSession)) }),
    "plain JavaScript": again(() => {
      for (const start of byHand) start().step(SWEEP_UPDATES);
    }),
  };
}

/** Checks that the sweep and the sessions come to the same bits, and that what is written by hand comes to the same numbers. */
export function checkSweep(workload: SweepWorkload): void {
  const sweep = new Sweep(presetExperiment(workload.preset), [workload.axis], CHECKED);
  sweep.step(2 ** 32 - 1);
  for (const [run, experiment] of experimentsOf(workload).entries()) {
    const here = `${workload.name}: run ${run}`;
    const [ours, single] = [sweep.parameters(run), trained(experiment, CHECKED)];
    if (ours.some((number, i) => number !== single[i])) throw new Error(`${here} has not the bits of its session`);
    // The core's order of students is not known by hand.
    const ordered = { ...experiment, training: { ...experiment.training, shuffle: false } };
    const hand = startedByHand(ordered)();
    hand.step(CHECKED_BY_HAND);
    const expected = trained(ordered, CHECKED_BY_HAND);
    expectNear(`${here} by hand`, hand.parameters, scaledFromRaw(ordered, expected));
    // An older build may have other bits.
    if (otherSession)
      expectNear(`${here} of the other build`, trained(ordered, CHECKED_BY_HAND, otherSession), expected);
  }
  sweep.free();
}

function expectNear(here: string, theirs: ArrayLike<number>, ours: readonly number[]): void {
  const largest = ours.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const distance = ours.reduce((most, number, i) => {
    return Math.max(most, Math.abs(number - (theirs[i] ?? Number.NaN)) / largest);
  }, 0);
  // Written so that NaN is too far.
  if (!(distance <= SWEEP_TOLERANCE)) throw new Error(`${here} is ${distance} from ours`);
}

/** The parameters of a session after some updates, as a learner reads them. */
function trained(experiment: Experiment, updates: number, start = (of: Experiment) => new Session(of)): number[] {
  const session = start(experiment);
  session.step(updates);
  session.refresh();
  const parameters = [...session.parameters()];
  session.free();
  return parameters;
}

/** Each run's own experiment. */
function experimentsOf({ preset, axis }: SweepWorkload): Experiment[] {
  const sweep = new Sweep(presetExperiment(preset), [axis], 1);
  const values = [...sweep.values(0)];
  sweep.free();
  return values.map((value) => {
    const experiment = presetExperiment(preset);
    if (axis.kind === "seed") experiment.training.seed = value;
    else experiment.training.learning_rate = value;
    return experiment;
  });
}

/** The mean and the standard deviation of each subject, by which the scores are scaled. */
function scalesOf({ table, scaling }: Experiment): { mean: number; deviation: number }[] {
  return table.subjects.map((_, subject) => {
    if (scaling === "raw") return { mean: 0, deviation: 1 };
    const column = table.students.map(({ scores }) => scores[subject] ?? Number.NaN);
    const mean = column.reduce((sum, score) => sum + score, 0) / column.length;
    const deviation = Math.sqrt(column.reduce((sum, score) => sum + (score - mean) ** 2, 0) / column.length);
    return { mean, deviation };
  });
}

/** The parameters that belong to scaled scores. */
function scaledFromRaw(experiment: Experiment, raw: readonly number[]): number[] {
  const scales = scalesOf(experiment);
  const units = experiment.model.hidden[0]?.units ?? 1;
  const scaled = [...raw];
  for (let unit = 0; unit < units; unit++) {
    for (const [subject, { mean, deviation }] of scales.entries()) {
      const [weight, bias] = [unit * scales.length + subject, units * scales.length + unit];
      scaled[weight] = (raw[weight] ?? Number.NaN) * deviation;
      if (experiment.model.bias) scaled[bias] = (scaled[bias] ?? Number.NaN) + (raw[weight] ?? Number.NaN) * mean;
    }
  }
  return scaled;
}

/** Starts a run in plain JavaScript where the core's run starts. */
function startedByHand(experiment: Experiment): () => { step: (updates: number) => void; parameters: Float64Array } {
  const { table, training, model } = experiment;
  const scales = scalesOf(experiment);
  const features = Float64Array.from(
    table.students.flatMap(({ scores }) =>
      scales.map(({ mean, deviation }, subject) => ((scores[subject] ?? Number.NaN) - mean) / deviation),
    ),
  );
  const targets = Float64Array.from(table.students, ({ target }) =>
    typeof target === "string" ? table.classes.indexOf(target) : (target ?? Number.NaN),
  );
  const start = scaledFromRaw(experiment, trained(experiment, 0));
  const { optimizer, learning_rate: rate, batch_size } = training;
  const trainer = (parameters: Float64Array): ((updates: number) => void) => {
    if (optimizer.kind === "rmsprop_tensorflow1") return weights(features, targets, rate, optimizer, parameters);
    if (optimizer.kind !== "adam") throw new Error(`${optimizer.kind} is not written by hand`);
    const [hidden] = model.hidden;
    if (hidden === undefined) return award(features, targets, rate, optimizer, parameters);
    const order = training.shuffle ? shuffle : () => {};
    return layers(features, targets, batch_size ?? 1, hidden.units, rate, optimizer, parameters, order);
  };
  return () => {
    const parameters = Float64Array.from(start);
    return { step: trainer(parameters), parameters };
  };
}
