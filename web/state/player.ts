/** Owns time: calls for updates frame by frame while it plays, at the speed asked for and within the frame's budget. */
import { Pace } from "./pace";

/** What the player drives. */
export interface Played {
  /** Does so many updates; fewer where training cannot go on. */
  step(updates: number): number;
  /** After the updates of a frame; false stops the player. */
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

  /** Another experiment: what an update costs is to be measured anew. */
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
      // Training has come to its end: the frame is shown, and `shown` decides.
      if (done < count) return Math.max(1, total);
    }
    return total;
  }
}
