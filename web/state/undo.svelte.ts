/** Undo and redo: the states before each change, and those that were taken back. */

/** A state, and the kind of the change that replaced it. */
export interface Step<State, Kind> {
  readonly state: State;
  readonly kind: Kind;
}

const MAX_STEPS = 200;

export class Undo<State, Kind> {
  #past = $state.raw<readonly Step<State, Kind>[]>([]);
  #future = $state.raw<readonly Step<State, Kind>[]>([]);
  #gesture: string | undefined;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The states to which `undo` and `redo` would go. */
  get before(): State | undefined {
    return this.#past.at(-1)?.state;
  }
  get after(): State | undefined {
    return this.#future.at(-1)?.state;
  }

  /** Records a change by the state before it. Consecutive changes of one gesture, such as a drag, are one step. */
  note(before: State, kind: Kind, gesture?: string): void {
    if (gesture === undefined || gesture !== this.#gesture || this.canRedo) {
      this.#past = [...this.#past, { state: before, kind }].slice(-MAX_STEPS);
    }
    this.#gesture = gesture;
    this.#future = [];
  }

  /** The state before the last change; `present` is what `redo` will return. Null if there is none. */
  undo(present: State): Step<State, Kind> | null {
    const step = this.#past.at(-1);
    this.#gesture = undefined;
    if (step === undefined) return null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, { state: present, kind: step.kind }];
    return step;
  }

  /** The state that was taken back last; `present` is what `undo` will return. Null if there is none. */
  redo(present: State): Step<State, Kind> | null {
    const step = this.#future.at(-1);
    this.#gesture = undefined;
    if (step === undefined) return null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, { state: present, kind: step.kind }];
    return step;
  }
}
