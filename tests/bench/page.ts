/** The page that measures: everything in one page, in rounds in which each peer has its turn. */
import "@tensorflow/tfjs-backend-cpu";
import initialize from "../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { type Peer, samples } from "./peer";
import { brain } from "./peers/brain";
import { byHand } from "./peers/by-hand";
import { convnetjs } from "./peers/convnetjs";
import { playground } from "./peers/playground";
import { initializeOther, otherBuild, sanhao } from "./peers/sanhao";
import { synaptic } from "./peers/synaptic";
import { initializeTensorflow, tensorflow } from "./peers/tensorflow";
import { checkSweep, runsOf } from "./sweeps";
import { experimentOf, GRID, SWEEPS, WORKLOADS, type Workload } from "./workloads";

/** What was measured of one peer. */
export interface Measured {
  readonly peer: string;
  /** Samples or points a second, one figure a round. */
  readonly rates: number[];
  /** What differs from the workload; null where nothing does. */
  readonly differs: string | null;
}

/** How far a peer's numbers are from ours. */
export interface Checked {
  readonly peer: string;
  /** The largest distance of a parameter or prediction, as a part of the largest of ours. */
  readonly distance: number;
}

/** A workload's figures. */
export interface Row {
  readonly measured: Measured[];
  /** Floating-point operations a second that one thread reached in each round, with numbers in registers. */
  readonly peaks: number[];
}

declare global {
  interface Window {
    bench: {
      readonly peers: readonly string[];
      check(name: string): Checked[];
      measure(name: string, alone: boolean): Promise<Row>;
      /** A sweep beside single sessions and plain JavaScript: updates of all runs a second. */
      sweep(name: string): Promise<Measured[]>;
    };
  }
}

const OURS: readonly Peer[] = [sanhao, ...(otherBuild === null ? [] : [otherBuild])];
const PEERS: readonly Peer[] = [
  ...OURS,
  byHand,
  ...(playground === null ? [] : [playground]),
  convnetjs,
  brain,
  synaptic,
  tensorflow("cpu"),
  tensorflow("wasm"),
];

const ROUNDS = 7;

/** Milliseconds of a measurement and of the warm-up before the first. */
const TURN = 100;
const WARM_UP = 400;

/**
 * How far a peer may be from ours. Ours and TensorFlow.js round to 24 bits, 6e-8 an operation, which some hundred
 * updates add up. Adam and Adagrad divide by the size of a gradient, however small it is, and so make a rounded 0 a
 * step of the learning rate, 0.001; a few of these are let pass.
 */
const TOLERANCE = 1e-4;
const ADAPTIVE_TOLERANCE = 5e-3;

/** Something that can be done again and again: so many times, and how many samples that was. */
interface Timed {
  run(times: number): number;
  /** How often makes a turn. */
  times: number;
  enter?(): void;
}

interface Work extends Timed {
  readonly peer: Peer;
  readonly differs: string | null;
}

await initialize();
await initializeOther();
await initializeTensorflow("wasm");
const peak = await WebAssembly.instantiateStreaming(fetch("peak.wasm"));
const runPeak = peak.instance.exports.run as (rounds: number) => number;

window.bench = {
  peers: PEERS.map(({ name }) => name),

  /** Checks that every peer that can do a workload comes to the same numbers as we. */
  check(name) {
    const workload = workloadOf(name);
    const check = workload.kind === "grid" ? gridDistance : trainingDistance;
    return PEERS.flatMap((peer) => {
      const distance = check(workload, peer);
      return distance === null ? [] : [{ peer: peer.name, distance }];
    });
  },

  /**
   * Measures a workload with every peer that can do it, ours first; or with our builds alone. To be called once a page:
   * a compiler that has seen a peer's function with one network only makes the fastest code for it.
   */
  async measure(name, alone) {
    const workload = workloadOf(name);
    const work = workload.kind === "grid" ? gridWork : trainingWork;
    const works = (alone ? OURS : PEERS).map((peer) => work(workload, peer)).filter((work) => work !== null);
    const rates = works.map((): number[] => []);
    const peaks: number[] = [];
    for (const work of works) warmUp(work);
    peakTurn();
    for (let round = 0; round < ROUNDS; round++) {
      peaks.push(peakTurn());
      for (const [i, work] of works.entries()) {
        rates[i]?.push(turn(work).rate);
        // The browser has its own work to do in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    const measured = works.map(({ peer, differs }, i) => ({ peer: peer.name, rates: rates[i] ?? [], differs }));
    return { measured, peaks };
  },

  async sweep(name) {
    const workload = SWEEPS.find((sweep) => sweep.name === name);
    if (workload === undefined) throw new Error(`${name} is none of ${SWEEPS.map(({ name }) => name).join(", ")}`);
    checkSweep(workload);
    const works = Object.entries(runsOf(workload)).map(([peer, run]) => ({
      peer,
      run,
      times: 1,
      rates: [] as number[],
    }));
    for (const work of works) warmUp(work);
    for (let round = 0; round < ROUNDS; round++) {
      for (const work of works) {
        work.rates.push(turn(work).rate);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return works.map(({ peer, rates }) => ({ peer, rates, differs: null }));
  },
};

function workloadOf(name: string): Workload {
  const workload = WORKLOADS.find((workload) => workload.name === name);
  if (workload === undefined) throw new Error(`${name} is none of ${WORKLOADS.map(({ name }) => name).join(", ")}`);
  return workload;
}

function trainingDistance(workload: Workload, peer: Peer): number | null {
  const offer = peer.training(experimentOf(workload));
  if (offer === null) return null;
  peer.enter?.();
  const experiment = offer.checked ?? offer.experiment;
  const students = experiment.table.students.length;
  const updates = workload.checkedEpochs * Math.ceil(students / (experiment.training.batch_size ?? students));
  const [theirs = [], ours = []] = [peer, sanhao].map((peer) => {
    const run = peer.start(experiment);
    run.step(updates);
    return run.parameters();
  });
  const { kind } = experiment.training.optimizer;
  return checkedDistance(workload, peer, theirs, ours, kind === "sgd" ? TOLERANCE : ADAPTIVE_TOLERANCE);
}

function gridDistance(workload: Workload, peer: Peer): number | null {
  const experiment = experimentOf(workload);
  peer.enter?.();
  const [theirs, ours] = [peer, sanhao].map((peer) => {
    const values = peer.grid(experiment)?.();
    return values && Array.from(values);
  });
  if (theirs === undefined || ours === undefined) return null;
  return checkedDistance(workload, peer, theirs, ours, TOLERANCE);
}

function checkedDistance({ name }: Workload, peer: Peer, theirs: number[], ours: number[], tolerance: number): number {
  const largest = ours.reduce((largest, number) => Math.max(largest, Math.abs(number)), 0);
  const apart = (number: number, i: number) => Math.abs(number - (theirs[i] ?? Number.NaN)) / largest;
  const distance = ours.map(apart).reduce((a, b) => Math.max(a, b), 0);
  // Written so that NaN is too far.
  if (!(theirs.length === ours.length && distance <= tolerance)) {
    throw new Error(`${name}: ${peer.name} is ${distance} from ours (${theirs.length} and ${ours.length} numbers)`);
  }
  return distance;
}

function trainingWork(workload: Workload, peer: Peer): Work | null {
  const offer = peer.training(experimentOf(workload));
  if (offer === null) return null;
  peer.enter?.();
  const run = peer.start(offer.experiment);
  let done = 0;
  return {
    peer,
    differs: offer.differs ?? null,
    enter: () => peer.enter?.(),
    run(times) {
      const before = samples(offer.experiment, done);
      run.step(times);
      done += times;
      return samples(offer.experiment, done) - before;
    },
    times: 1,
  };
}

function gridWork(workload: Workload, peer: Peer): Work | null {
  peer.enter?.();
  const predict = peer.grid(experimentOf(workload));
  if (predict === null) return null;
  return {
    peer,
    differs: null,
    enter: () => peer.enter?.(),
    run(times) {
      for (let i = 0; i < times; i++) predict();
      return times * GRID.columns * GRID.rows;
    },
    times: 1,
  };
}

function turn(work: Timed): { rate: number; time: number } {
  work.enter?.();
  const start = performance.now();
  const samples = work.run(work.times);
  const time = performance.now() - start;
  return { rate: (samples * 1000) / time, time };
}

/** Some 70 ms of peak.wat. */
function peakTurn(): number {
  const rounds = 4e7;
  const start = performance.now();
  runPeak(rounds);
  return (rounds * 12 * 4 * 2 * 1000) / (performance.now() - start);
}

/** Runs until the compiler has had its time, and finds out how often makes a turn. */
function warmUp(work: Timed): void {
  for (let spent = 0; spent < WARM_UP; ) {
    const { time } = turn(work);
    spent += time;
    work.times = Math.ceil(work.times * Math.min(4, TURN / Math.max(time, 1)));
  }
}
