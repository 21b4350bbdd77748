/** Work that is done piece by piece, within a part of each frame. */

export interface Work {
  step(size: number): void;
  readonly finished: boolean;
}

/** Milliseconds of a piece. */
const PIECE = 0.5;

export class Pieces {
  #size = 1;
  readonly #work: Work;
  readonly #clock: () => number;
  /** Milliseconds that the pieces have taken. */
  spent = 0;

  constructor(work: Work, clock = () => performance.now()) {
    this.#work = work;
    this.#clock = clock;
  }

  /** The pieces of a frame. */
  frame(milliseconds: number): void {
    const begun = this.#clock();
    for (let before = begun; before - begun < milliseconds && !this.#work.finished; ) {
      this.#work.step(this.#size);
      const after = this.#clock();
      this.spent += after - before;
      const size = this.#size * Math.min(2, PIECE / (after - before));
      this.#size = Math.min(2 ** 30, Math.max(1, Math.floor(size)));
      before = after;
    }
  }
}
