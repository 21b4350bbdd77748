/** `window.sanhao`: the page for teachers' scripts, embedding pages and tests. */
import type { Diagnosis, Experiment, Frame } from "./engine/engine";
import type { Store } from "./state/store";

export interface SanhaoHandle {
  /** Starts another experiment, paused. Throws an `Error` that names path and value, and then nothing has changed. */
  load(experiment: Experiment): void;
  /** A copy of the present experiment. */
  experiment(): Experiment;
  /** Does `updates` updates at once; returns how many were done: fewer if training diverged. */
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

/** With more updates in one call the browser would ask whether to stop the script. */
const MAX_UPDATES = 1_000_000;

export function handleOf(store: Store): SanhaoHandle {
  return {
    load(experiment) {
      store.run.pause();
      if (store.document.replace(experiment, "handle")) return;
      const error = store.problems.current?.error;
      store.problems.clear("handle");
      throw error ?? new Error("load: refused");
    },
    experiment: () => structuredClone(store.document.experiment),
    step(updates) {
      if (!Number.isInteger(updates) || updates < 0 || updates > MAX_UPDATES) {
        throw new RangeError(`step: ${updates} is not a whole number from 0 to ${MAX_UPDATES}`);
      }
      return store.run.step(updates);
    },
    play: () => store.run.play(),
    pause: () => store.run.pause(),
    reset: () => store.run.reset(),
    frame: () => store.run.frame,
    diagnosis: () => store.run.diagnosis,
  };
}
