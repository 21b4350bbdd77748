/** The page that measures: everything in one page, in rounds in which each peer has its turn. */
import "@tensorflow/tfjs-backend-cpu";
import initialize from "../../web/pkg/sanhao_wasm";
import { type Peer, samples } from "./peer";
import { brain } from "./peers/brain";
import { byHand } from "./peers/by-hand";
import { convnetjs } from "./peers/convnetjs";
import { sanhao } from "./peers/sanhao";
import { synaptic } from "./peers/synaptic";
import { initializeTensorflow, tensorflow } from "./peers/tensorflow";
import { experimentOf, GRID, WORKLOADS, type Workload } from "./workloads";

/** What was measured of one peer. */
export interface Measured {
  readonly peer: string;
  /** Samples or points a second, one figure a round. */
  readonly rates: number[];
  /** What differs from the workload; null where nothing does. */
  readonly differs: string | null;
  /** The largest distance of a parameter or prediction from ours, as a part of the largest of ours. */
  readonly distance: number;
}

declare global {
  interface Window {
    bench: { row(name: string, alone: boolean): Promise<Measured[]>; peak(): number };
  }
}

const PEERS: readonly Peer[] = [sanhao, byHand, convnetjs, brain, synaptic, tensorflow("cpu"), tensorflow("wasm")];

const ROUNDS = 7;

/** Milliseconds of a measurement and of the warm-up before the first. */
const TURN = 100;
const WARM_UP = 400;

/**
 * How far a peer may be from ours. Ours and TensorFlow.js round to 24 bits after every operation: 6e-8 each, which some
 * hundred updates add up to about 1e-5. Adam divides by the size of a gradient, however small it is, and so makes a
 * rounded 0 a step of the learning rate; that leaves single parameters further apart.
 */
const TOLERANCES = { sgd: 1e-4, adagrad: 1e-3, adam: 1e-2, grid: 1e-5 };

/** Something that can be done again and again: so many times, and how many samples that was. */
interface Work {
  readonly peer: Peer;
  readonly differs: string | null;
  readonly distance: number;
  run(times: number): number;
  times: number;
}

await initialize();
await initializeTensorflow("wasm");
const peak = await WebAssembly.instantiateStreaming(fetch("peak.wasm"));

window.bench = {
  /** Checks and measures a workload with every peer that can do it, ours first; or with ours alone. */
  async row(name, alone) {
    const workload = WORKLOADS.find((workload) => workload.name === name);
    if (workload === undefined) throw new Error(`${name} is none of ${WORKLOADS.map(({ name }) => name).join(", ")}`);
    const all = alone ? [sanhao] : PEERS;
    const works = all.map((peer) =>
      workload.kind === "grid" ? gridWork(workload, peer) : trainingWork(workload, peer),
    );
    const there = works.filter((work) => work !== null);
    const rates = there.map((): number[] => []);
    for (const work of there) warmUp(work);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, work] of there.entries()) {
        rates[i]?.push(measure(work).rate);
        // The browser has its own work to do in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return there.map(({ peer, differs, distance }, i) => ({
      peer: peer.name,
      rates: rates[i] ?? [],
      differs,
      distance,
    }));
  },

  /** Floating-point operations a second that one thread reaches with numbers in registers. */
  peak() {
    const run = peak.instance.exports.run as (rounds: number) => number;
    run(1e6);
    const rounds = 4e7;
    const turns = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      run(rounds);
      return (rounds * 12 * 4 * 2 * 1000) / (performance.now() - start);
    });
    return turns.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  },
};

function trainingWork(workload: Workload, peer: Peer): Work | null {
  const offer = peer.training(experimentOf(workload));
  if (offer === null) return null;
  peer.enter?.();
  const checked = offer.checked ?? offer.experiment;
  const { students } = workload.recipe;
  const updates = workload.checkedEpochs * Math.ceil(students / (checked.training.batch_size ?? students));
  const [theirs, ours] = [peer.start(checked), sanhao.start(checked)].map((run) => {
    run.step(updates);
    return run.parameters();
  });
  const kind = checked.training.optimizer.kind;
  const distance = checkedDistance(
    workload,
    peer,
    theirs ?? [],
    ours ?? [],
    TOLERANCES[kind as keyof typeof TOLERANCES],
  );
  const run = peer.start(offer.experiment);
  let done = 0;
  return {
    peer,
    differs: offer.differs ?? null,
    distance,
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
  const experiment = experimentOf(workload);
  const predict = peer.grid(experiment);
  const ours = Float32Array.from(sanhao.grid(experiment)?.() ?? []);
  if (predict === null) return null;
  const distance = checkedDistance(workload, peer, predict(), ours, TOLERANCES.grid);
  return {
    peer,
    differs: null,
    distance,
    run(times) {
      for (let i = 0; i < times; i++) predict();
      return times * GRID.columns * GRID.rows;
    },
    times: 1,
  };
}

function checkedDistance(
  { name }: Workload,
  peer: Peer,
  theirs: ArrayLike<number>,
  ours: ArrayLike<number>,
  tolerance: number,
): number {
  const largest = Math.max(...Array.from(ours, Math.abs));
  const distance = Math.max(...Array.from(ours, (number, i) => Math.abs(number - (theirs[i] ?? Number.NaN)))) / largest;
  // Written so that NaN is too far.
  if (!(theirs.length === ours.length && distance <= tolerance)) {
    throw new Error(`${name}: ${peer.name} is ${distance} from ours (${theirs.length} and ${ours.length} numbers)`);
  }
  return distance;
}

function measure(work: Work): { rate: number; time: number } {
  work.peer.enter?.();
  const start = performance.now();
  const samples = work.run(work.times);
  const time = performance.now() - start;
  return { rate: (samples * 1000) / time, time };
}

/** Runs until the compiler has had its time, and finds out how often makes a turn. */
function warmUp(work: Work): void {
  for (let spent = 0; spent < WARM_UP; ) {
    const { time } = measure(work);
    spent += time;
    work.times = Math.ceil(work.times * Math.min(4, TURN / Math.max(time, 1)));
  }
}
