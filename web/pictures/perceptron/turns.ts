/** Signs of numbers that may swing: one that has just turned is told as none, so that no colour says what is no longer so. */

/** How long a sign must stand, in milliseconds, before it is told again. */
const STANDS = 500;

export class Turns {
  #signs: number[] = [];
  #turned: number[] = [];

  /** −1, 0 or 1 for each value; 0 for one that has turned lately in a run that goes on. */
  signs(values: ArrayLike<number>, now: number, playing: boolean): number[] {
    return Array.from(values, (value, index) => {
      const sign = Math.sign(value);
      if (sign * (this.#signs[index] ?? 0) < 0) this.#turned[index] = now;
      this.#signs[index] = sign;
      return playing && now - (this.#turned[index] ?? Number.NEGATIVE_INFINITY) < STANDS ? 0 : sign;
    });
  }
}
