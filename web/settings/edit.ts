/** How the controls of the model change the experiment. */
import type { Experiment } from "../engine/engine";
import type { Store } from "../state/store";

/** Takes another experiment, which was chosen at a path; training starts anew. */
export type Edit = (next: Experiment, at: string) => void;

export function editOf(store: Store): Edit {
  return (next, at) => {
    store.document.change(next, { at });
  };
}
