/** `window.sanhao`: the page for teachers' scripts and tests, and by messages for embedding pages. */
import {
  type Diagnosis,
  EngineError,
  type Experiment,
  type Frame,
  quoted,
  type Role,
  readExperiment,
} from "./engine/engine";
import { sayFault } from "./share/open";
import { readView } from "./share/read-view";
import { showView, type View } from "./share/view";
import type { Store } from "./state/store";

export interface SanhaoHandle {
  /**
   * Starts another experiment, paused, and shows a view of it; without one the stage stays as it is. Throws an `Error` that
   * names the field and its value, and then nothing has changed.
   */
  load(experiment: Experiment, view?: View): void;
  /** A copy of the present experiment. */
  experiment(): Experiment;
  /**
   * Does `updates` updates at once; returns how many were done: fewer if training diverged. Throws a `RangeError` with the
   * number that fits if they are more work than one call may do, which depends on the experiment alone.
   */
  step(updates: number): number;
  play(): void;
  pause(): void;
  /** Back to the initial weights, paused. */
  reset(): void;
  /** A copy of the present numbers. */
  frame(): Frame;
  /** What the run is doing, with its numbers. */
  diagnosis(): Diagnosis;
}

declare global {
  interface Window {
    sanhao?: SanhaoHandle;
  }
}

export function handleOf(store: Store): SanhaoHandle {
  return {
    load(experiment, view) {
      const read = readNamed(experiment);
      const shown = view && readView(view, read);
      if (shown?.faults[0]) throw new Error(sayFault(shown.faults[0]));
      if (!store.document.replaceRead(read, "handle")) throw new Error("load: refused");
      store.run.pause();
      if (shown) showView(store, shown.view);
    },
    experiment: () => structuredClone(store.document.experiment),
    step(updates) {
      const most = mostUpdates(store.document.experiment, store.run.frame, store.run.roles);
      if (!Number.isInteger(updates) || updates < 0 || updates > most) {
        throw new RangeError(
          `step: ${shown(updates)} is not a whole number from 0 to ${most}, as many updates as one call may do of this experiment`,
        );
      }
      return store.run.step(updates);
    },
    play: () => store.run.play(),
    pause: () => store.run.pause(),
    reset: () => store.run.reset(),
    frame: () => structuredClone(store.run.frame),
    diagnosis: () => structuredClone(store.run.diagnosis),
  };
}

/** With more updates in one call the browser would ask whether to stop the script. */
const MAX_UPDATES = 1_000_000;
/** The most multiplications in one call: some seconds of a slow machine. */
const MAX_MULTIPLICATIONS = 4e9;
/** What an update costs whatever its size, and what a student costs whatever the network's, in multiplications. */
const PER_UPDATE = 1000;
const PER_STUDENT = 50;

/** The most updates of an experiment in one call: a number that is the same on every machine. */
export function mostUpdates(
  { training }: Experiment,
  { layers }: Pick<Frame, "layers">,
  roles: readonly Role[],
): number {
  const weights = layers.reduce((sum, layer) => sum + layer.weights.length, 0);
  const students = roles.filter((role) => role === "training").length;
  const batch = Math.min(training.batch_size ?? students, students);
  // Every student is evaluated after each epoch.
  const evaluated = batch + (roles.length * batch) / Math.max(1, students);
  const work = PER_UPDATE + evaluated * (PER_STUDENT + weights);
  return Math.max(1, Math.min(MAX_UPDATES, Math.floor(MAX_MULTIPLICATIONS / work)));
}

/** Reads an experiment; an error of one that cannot be read names the field and the value that is there. */
function readNamed(experiment: unknown): Experiment {
  try {
    return readExperiment(experiment);
  } catch (thrown) {
    const details = thrown instanceof EngineError ? thrown.details : null;
    if (details?.rule.kind !== "malformed" || details.location.kind !== "field") throw thrown;
    const { path } = details.location;
    const value = shown(valueAt(experiment, path));
    throw new EngineError(`${path || "experiment"}: ${value} (${details.rule.message})`, { ...details, value });
  }
}

/** The value at a path such as `table.students[3].scores`. */
function valueAt(experiment: unknown, path: string): unknown {
  return (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>((value, name) => {
    const found = typeof value === "object" && value !== null && Object.hasOwn(value, name);
    return found ? Reflect.get(value, name) : undefined;
  }, experiment);
}

/** A value in a sentence: text in quotation marks, an object as a short JSON. */
function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
