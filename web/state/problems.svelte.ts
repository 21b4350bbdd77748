/** The value that was refused last, for the message beside its control. */
import { type EngineError, type PageRule, type Rule, refusal } from "../engine/engine";

/** A refused value, and the location of the control where it was entered. */
export interface Problem {
  readonly at: string;
  readonly error: EngineError;
}

export class Problems {
  #current = $state.raw<Problem | null>(null);

  get current(): Problem | null {
    return this.#current;
  }

  /** Shows at `at` why a value was refused. */
  refuse(at: string, error: EngineError): void {
    this.#current = { at, error };
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
