/** How many updates a frame may do, computed from measured times. It reads no clock itself. */

/** Milliseconds of a frame for training; the rest is for drawing. */
export const BUDGET_MS = 8;

/** A longer gap between frames (a hidden tab, a slow drawing) counts as this long: the missed updates are dropped. */
const MAX_GAP_MS = 100;

export class Pace {
  /** Updates that the speed asks for and that are not done yet, with a fraction. */
  #owed = 0;
  /** Recent updates and their time. Older ones lose weight; the average over many evens out a coarse clock. */
  #updates = 0;
  #milliseconds = 0;

  /** Drops updates that are owed, when a person presses play. */
  rest(): void {
    this.#owed = 0;
  }

  /** Also forgets how long an update takes, since that differs between experiments. */
  restart(): void {
    this.rest();
    this.#updates = 0;
    this.#milliseconds = 0;
  }

  /** Begins a frame `elapsed` ms after the last one (Infinity updates a second = as many as the budget allows). */
  begin(elapsed: number, updatesPerSecond: number): void {
    const passed = Math.min(Math.max(0, elapsed), MAX_GAP_MS);
    this.#owed = Number.isFinite(updatesPerSecond)
      ? this.#owed + (passed * updatesPerSecond) / 1000
      : Number.MAX_SAFE_INTEGER;
  }

  /** The number of updates to do next, `spent` ms into the frame; 0 ends the frame. A frame that owes an update does at least one. */
  next(spent: number): number {
    const owed = Math.floor(this.#owed);
    if (owed < 1) return 0;
    if (this.#updates === 0) return spent < BUDGET_MS ? 1 : 0;
    if (spent >= BUDGET_MS) return 0;
    const cost = this.#milliseconds / this.#updates;
    const affordable = cost > 0 ? Math.floor((BUDGET_MS - spent) / cost) : Number.POSITIVE_INFINITY;
    // A coarse clock may show 0 ms for the first updates: doubling their number soon gives a measurable time.
    const cautious = Math.max(1, Math.ceil(2 * this.#updates));
    if (affordable < 1 && spent > 0) return 0;
    return Math.min(owed, Math.max(1, Math.min(affordable, cautious)));
  }

  /** Records updates that were done, and their time. */
  done(updates: number, milliseconds: number): void {
    this.#owed -= updates;
    this.#updates += updates;
    this.#milliseconds += Math.max(0, milliseconds);
  }

  /** Ends a frame. Updates that the budget did not allow are dropped, so that they do not accumulate. */
  end(): void {
    if (this.#owed >= 1) this.#owed %= 1;
    if (this.#milliseconds > 4 * BUDGET_MS) {
      this.#updates /= 2;
      this.#milliseconds /= 2;
    }
  }
}
