/** Plays: asks for updates in every animation frame, at a given speed and within the frame's time budget. */
import { Pace } from "./pace";

/** What the player drives. */
export interface Played {
  /** Does `updates` updates; fewer if training cannot go on. Returns how many were done. */
  step(updates: number): number;
  /** Called after the updates of a frame; false pauses the player. */
  shown(): boolean;
}

export class Player {
  /** Updates a second; Infinity = as many as the frame's budget allows. */
  speed = 60;
  readonly #played: Played;
  readonly #pace = new Pace();
  #request: number | null = null;
  #last = 0;

  constructor(played: Played) {
    this.#played = played;
  }

  play(): void {
    if (this.#request !== null) return;
    this.#pace.rest();
    this.#last = performance.now();
    this.#request = requestAnimationFrame(this.#frame);
  }

  pause(): void {
    if (this.#request !== null) cancelAnimationFrame(this.#request);
    this.#request = null;
  }

  /** To be called when another experiment is loaded: the time of an update is measured anew. */
  restart(): void {
    this.#pace.restart();
  }

  readonly #frame = (): void => {
    const begun = performance.now();
    this.#pace.begin(begun - this.#last, this.speed);
    this.#last = begun;
    const done = this.#train(begun);
    this.#pace.end();
    this.#request = requestAnimationFrame(this.#frame);
    if (done > 0 && !this.#played.shown()) this.pause();
  };

  /** The updates of one frame; returns how many were done. */
  #train(begun: number): number {
    let total = 0;
    let before = begun;
    for (let count = this.#pace.next(0); count > 0; count = this.#pace.next(before - begun)) {
      const done = this.#played.step(count);
      const after = performance.now();
      this.#pace.done(done, after - before);
      before = after;
      total += done;
      // Training cannot go on: the frame is shown, and `shown` decides whether to pause.
      if (done < count) return Math.max(1, total);
    }
    return total;
  }
}
