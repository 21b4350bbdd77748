/** The value that was refused last, for the message beside its control. */
import { SvelteSet } from "svelte/reactivity";
import { type EngineError, type PageRule, type Rule, refusal } from "../engine/engine";
import type { TableNames } from "./table-names";

/** A refused value, and the location of the control where it was entered. */
export interface Problem {
  readonly at: string;
  readonly error: EngineError;
  /** The names in the refused table; undefined where the present one is meant. */
  readonly names?: TableNames | undefined;
}

export class Problems {
  #current = $state.raw<Problem | null>(null);
  readonly #shownAt = new SvelteSet<(at: string) => boolean>();

  get current(): Problem | null {
    return this.#current;
  }

  /** The present problem, if no part of the page shows problems at its location. */
  get unplaced(): Problem | null {
    const { current } = this;
    if (current === null) return null;
    return [...this.#shownAt].some((here) => here(current.at)) ? null : current;
  }

  /** To be called by a part of the page that shows the problems at some locations; returns how to say that it no longer does. */
  showAt(here: (at: string) => boolean): () => void {
    this.#shownAt.add(here);
    return () => this.#shownAt.delete(here);
  }

  /** Shows at `at` why a value was refused; `names` are those of the refused table. */
  refuse(at: string, error: EngineError, names?: TableNames): void {
    this.#current = { at, error, names };
  }

  /** Shows that a text breaks a rule before it can become a value. */
  refuseText(at: string, text: string, rule: Rule | PageRule): void {
    this.refuse(at, refusal(at, text, rule));
  }

  /** Removes the message; with `at`, only if it is shown there. */
  clear(at?: string): void {
    if (at === undefined || this.#current?.at === at) this.#current = null;
  }
}
