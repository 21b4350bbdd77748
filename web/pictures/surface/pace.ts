/** How fine a grid may be: as many points as a time budget allows, by what the last ones took. */

export class GridPace {
  /** Milliseconds a point; at first a guess on the safe side. */
  #cost = 0.02;

  /** Points along each side. */
  side(budget: number, most: number): number {
    return Math.max(8, Math.min(most, Math.floor(Math.sqrt(budget / this.#cost))));
  }

  /** Notes how long so many points took. A clock that is coarse may say 0. */
  took(milliseconds: number, points: number): void {
    if (points > 0) this.#cost = Math.max(1e-5, milliseconds / points);
  }
}
