/** `window.sanhao`: the page for teachers' scripts, embedding pages and tests. */
import type { Experiment, Frame } from "./engine/engine";
import type { Store } from "./state/store";

export interface SanhaoHandle {
  /** Starts another experiment, paused. Throws an `Error` that names path and value, and then nothing has changed. */
  load(experiment: Experiment): void;
  /** The experiment as it is now, as a copy of one's own. */
  experiment(): Experiment;
  /** Does `updates` updates at once; returns how many were done, fewer only where training diverged. */
  step(updates: number): number;
  play(): void;
  pause(): void;
  /** Back to the initial weights, paused. */
  reset(): void;
  /** The numbers as they are now; nothing changes them afterwards. */
  frame(): Frame;
}

declare global {
  interface Window {
    sanhao?: SanhaoHandle;
  }
}

/** The most updates of one call: more would make the browser ask whether to stop the script. */
const MOST_UPDATES = 1_000_000;

export function handleOf(store: Store): SanhaoHandle {
  return {
    load(experiment) {
      store.run.pause();
      // A copy: whoever calls may go on changing what he handed in.
      const copy = structuredClone(experiment);
      if (store.document.replace(copy, "handle")) return;
      const error = store.problems.current?.error;
      store.problems.clear("handle");
      throw error ?? new Error("load: refused");
    },
    experiment: () => structuredClone(store.document.experiment),
    step(updates) {
      if (!Number.isInteger(updates) || updates < 0 || updates > MOST_UPDATES) {
        throw new RangeError(`step: ${updates} is not a whole number from 0 to ${MOST_UPDATES}`);
      }
      return store.run.step(updates);
    },
    play: () => store.run.play(),
    pause: () => store.run.pause(),
    reset: () => store.run.reset(),
    frame: () => store.run.frame,
  };
}
