/** How the controls of the model change the experiment. */
import { EngineError, type Experiment } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { personSeen } from "../ui/person";

/** What a choice brings along. */
type Changes = typeof import("../edits/edit-model");

/** Makes another experiment of the present one, by what was chosen at a path; training starts anew. */
export type Edit = (change: (experiment: Experiment, changes: Changes) => Experiment, at: string) => void;

export function editOf(store: Store): Edit {
  // Nobody chooses before being seen: by then it has arrived.
  const arriving = personSeen().then(() => import("../edits/edit-model"));
  return async (change, at) => {
    try {
      const changes = await arriving;
      store.document.change(change(store.document.experiment, changes), { at });
    } catch {
      store.problems.refuse(at, new EngineError(m.part.failed, null));
    }
  };
}
