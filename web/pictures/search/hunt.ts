/** Drives a search frame by frame, within a part of the frame's time. */
import type { GridSearch } from "../../engine/lab";

/** Where a search stands. */
export interface Found {
  readonly tried: number;
  readonly total: number;
  /** NaN before the first candidate. */
  readonly loss: number;
  readonly weights: readonly number[];
  /** Milliseconds that it has computed. */
  readonly spent: number;
}

/** Milliseconds of a frame: training has eight of its own. */
const BUDGET = 4;

export class Hunt {
  readonly #search: Pick<GridSearch, "step" | "state">;
  readonly #clock: () => number;
  #spent = 0;
  /** Candidates that take about half a millisecond. */
  #chunk = 500;

  constructor(search: Pick<GridSearch, "step" | "state">, clock: () => number = () => performance.now()) {
    this.#search = search;
    this.#clock = clock;
  }

  /** One frame's candidates; false at the end. */
  frame(): boolean {
    const begun = this.#clock();
    let before = begun;
    while (before - begun < BUDGET) {
      const done = this.#search.step(this.#chunk);
      const after = this.#clock();
      this.#spent += after - before;
      if (done < this.#chunk) return false;
      if (after - before < BUDGET / 8) this.#chunk *= 2;
      else if (after - before > BUDGET / 2) this.#chunk = Math.max(1, Math.floor(this.#chunk / 2));
      before = after;
    }
    return true;
  }

  get found(): Found {
    const [tried = 0, total = 0, loss = Number.NaN, ...weights] = this.#search.state();
    return { tried, total, loss, weights, spent: this.#spent };
  }
}
