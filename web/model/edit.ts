/** How the controls of the model change the experiment. */
import type { Experiment } from "../engine/engine";
import type { Store } from "../store.svelte";

/** Takes another experiment, typed at a path; training starts anew. */
export type Edit = (next: Experiment, at: string) => void;

export function editOf(store: Store): Edit {
  return (next, at) => {
    store.change(next, { reset: true, at });
  };
}
