/** What the lab computes of the run as it stands. */
import { untrack } from "svelte";
import type { Experiment, UpdateInput } from "../../engine/engine";
import type { Frame } from "../../engine/frame";
import { type Analysis, lab } from "../../engine/lab";
import { getStore } from "../../state/context";
import { paced } from "./paced.svelte";

/** An experiment, its numbers, what the next update starts from, and an analysis: all of the same step. */
interface Present {
  readonly experiment: Experiment;
  readonly frame: Frame;
  readonly updateInput: UpdateInput;
  readonly analysis: Analysis;
}

/** What `look` returned for the run at most 250 ms ago; to be called while a component is created. */
export function studied<Value>(look: (present: Present) => Value): { readonly current: Value } {
  const store = getStore();
  const now = paced(() => ({ experiment: store.document.experiment, frame: store.run.frame }), 250);
  const seen = $derived.by(() => {
    void now.current;
    return untrack(() => {
      const { experiment } = store.document;
      const { frame } = store.run;
      return look({
        experiment,
        frame,
        updateInput: store.run.updateInput(),
        analysis: lab.of(experiment, frame.layers),
      });
    });
  });
  return {
    get current() {
      return seen;
    },
  };
}
