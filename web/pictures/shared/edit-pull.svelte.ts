/** Which weights the last edit of a student pulls, and which way. */
import { parametersOf } from "../../engine/engine";
import { lab } from "../../engine/lab";
import { localName } from "../../i18n/words";
import { getStore } from "../../state/context";
import type { StudentEdit } from "../../state/student-edit";
import { shortName } from "../../ui/short-name";
import { shared } from "./words";

export interface EditPull {
  /** The student's index. */
  readonly row: number;
  /** The student's name. */
  readonly name: string;
  /** Outputs × subjects, each −1 to 1, in proportion to the largest; with hidden layers outputs. */
  readonly pulls: readonly number[];
}

/** How long it is shown while the run goes on, in milliseconds. */
const SHOWN = 2500;
/** A smaller part of the largest pull is none. */
const LEAST = 1e-3;

/** Shown until the next edit or step, in a run that plays for a moment; to be called while a component is created. */
export function editPull(): { readonly current: EditPull | null } {
  const store = getStore();
  let over = $state.raw<StudentEdit | null>(null);
  const edit = $derived(store.document.edit);
  $effect(() => {
    if (edit === null || !store.run.playing) return;
    const timer = setTimeout(() => (over = edit), SHOWN);
    return () => clearTimeout(timer);
  });
  const pull = $derived(edit && pullOf(edit));
  const isAtStart = $derived(store.run.frame.updates === 0);
  return {
    get current() {
      return edit !== over && (isAtStart || store.run.playing) ? pull : null;
    },
  };
}

function pullOf({ row, before, after, layers }: StudentEdit): EditPull {
  const changes = lab.editPull(before, after, parametersOf(layers), row);
  const largest = Math.max(...changes.map(Math.abs));
  const pulls = Array.from(changes, (change) => (Math.abs(change) > LEAST * largest ? change / largest : 0));
  const name = localName(after.table.students[row]?.name ?? "").trim();
  return { row, name: name === "" ? shared.nameless(row + 1) : shortName(name), pulls };
}

/** In words: which of some named weights the edit pulls up and which down. */
export function pullText({ name, pulls }: EditPull, names: readonly string[]): string {
  const up = names.filter((_, index) => (pulls[index] ?? 0) > 0);
  const down = names.filter((_, index) => (pulls[index] ?? 0) < 0);
  return shared.editPulls(name, up, down);
}
