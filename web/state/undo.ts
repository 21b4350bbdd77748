/** What can be taken back: the states before each change, and those that were taken back. */

/** A state, and how the change that left it was taken. */
export interface Step<State, How> {
  readonly state: State;
  readonly how: How;
}

/** More changes than these nobody takes back. */
const MOST = 200;

export class Undo<State, How> {
  readonly #past: Step<State, How>[] = [];
  #future: Step<State, How>[] = [];
  #gesture: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Notes a change by the state before it. Changes of one gesture, such as a drag, are taken back as one. */
  note(before: State, how: How, gesture?: string): void {
    if (gesture === undefined || gesture !== this.#gesture || this.#future.length > 0) {
      this.#past.push({ state: before, how });
      if (this.#past.length > MOST) this.#past.shift();
    }
    this.#gesture = gesture;
    this.#future = [];
  }

  /** The state before the last change, for `present` to be come back to; null where there is none. */
  undo(present: State): Step<State, How> | null {
    return this.#move(this.#past, this.#future, present);
  }

  /** The state that was last taken back. */
  redo(present: State): Step<State, How> | null {
    return this.#move(this.#future, this.#past, present);
  }

  #move(from: Step<State, How>[], to: Step<State, How>[], present: State): Step<State, How> | null {
    const step = from.pop();
    this.#gesture = undefined;
    if (step === undefined) return null;
    to.push({ state: present, how: step.how });
    return step;
  }
}
