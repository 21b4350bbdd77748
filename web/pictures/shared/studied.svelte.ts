/** What the lab says of the run as it stands. */
import { untrack } from "svelte";
import type { Experiment, Moment } from "../../engine/engine";
import type { Frame } from "../../engine/frame";
import type { Lab } from "../../engine/lab";
import { getStore } from "../../state/context";
import { paced } from "./paced.svelte";

/** An experiment, its numbers and what comes next, which belong together. */
interface Run {
  readonly experiment: Experiment;
  readonly frame: Frame;
  readonly moment: Moment;
}

/**
 * What `look` gave of the run with the lab put where it stands; to be called while a component is made. While training runs,
 * numbers that change faster than this nobody reads.
 */
export function studied<Value>(lab: () => Lab, look: (run: Run) => Value): { readonly current: Value } {
  const store = getStore();
  const now = paced(() => ({ experiment: store.document.experiment, frame: store.run.frame }), 250);
  const seen = $derived.by(() => {
    void now.current;
    return untrack(() => {
      const { experiment } = store.document;
      const { frame } = store.run;
      lab().show(experiment, frame.layers);
      return look({ experiment, frame, moment: store.run.moment() });
    });
  });
  return {
    get current() {
      return seen;
    },
  };
}
