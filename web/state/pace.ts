/** How many updates a frame may do: plain arithmetic over times that are handed in. */

/** Milliseconds of a frame that training may take; the rest is for drawing. */
export const BUDGET_MS = 8;

/** After a pause longer than this (a hidden tab, a slow drawing) the missed updates are not made up for. */
const LONGEST_GAP_MS = 100;

/** What a frame is to do before the clock is looked at again. */
export class Pace {
  /** Updates that the speed asks for and that have not been done yet, with their fraction. */
  #owed = 0;
  /** Recent updates and what they took; the older ones fade, so that a coarse clock evens out. */
  #updates = 0;
  #milliseconds = 0;

  /** Forgets what is owed, as when a person presses play. */
  rest(): void {
    this.#owed = 0;
  }

  /** Forgets also what an update costs: another experiment has another cost. */
  restart(): void {
    this.rest();
    this.#updates = 0;
    this.#milliseconds = 0;
  }

  /** Begins a frame: `elapsed` ms have passed at so many updates a second (Infinity = as fast as the budget allows). */
  begin(elapsed: number, updatesPerSecond: number): void {
    const passed = Math.min(Math.max(0, elapsed), LONGEST_GAP_MS);
    this.#owed = Number.isFinite(updatesPerSecond)
      ? this.#owed + (passed * updatesPerSecond) / 1000
      : Number.MAX_SAFE_INTEGER;
  }

  /** Updates to do next, `spent` ms into the frame; 0 ends the frame. A frame that owes one does one, whatever it costs. */
  next(spent: number): number {
    const owed = Math.floor(this.#owed);
    if (owed < 1) return 0;
    if (this.#updates === 0) return spent < BUDGET_MS ? 1 : 0;
    if (spent >= BUDGET_MS) return 0;
    const cost = this.#milliseconds / this.#updates;
    const affordable = cost > 0 ? Math.floor((BUDGET_MS - spent) / cost) : Number.POSITIVE_INFINITY;
    // A clock of whole milliseconds may have seen nothing pass: growing by doubling finds the cost soon enough.
    const cautious = Math.max(1, Math.ceil(2 * this.#updates));
    if (affordable < 1 && spent > 0) return 0;
    return Math.min(owed, Math.max(1, Math.min(affordable, cautious)));
  }

  /** Takes note of updates done and what they took. */
  done(updates: number, milliseconds: number): void {
    this.#owed -= updates;
    this.#updates += updates;
    this.#milliseconds += Math.max(0, milliseconds);
  }

  /** Ends a frame. What the budget did not allow is dropped, lest it pile up; old measurements fade by half. */
  end(): void {
    if (this.#owed >= 1) this.#owed %= 1;
    if (this.#milliseconds > 4 * BUDGET_MS) {
      this.#updates /= 2;
      this.#milliseconds /= 2;
    }
  }
}
