/** How fine a grid may be: as many points as a time budget allows, by what the last ones took. */

export interface GridLimit {
  /** Milliseconds that all points together may take. */
  readonly time: number;
  /** Points along each side. */
  readonly side: number;
}

export class GridPace {
  /** Milliseconds a point; at first a guess on the safe side. */
  #cost = 0.02;

  /** Points along each side. */
  side({ time, side }: GridLimit): number {
    return Math.max(8, Math.min(side, Math.floor(Math.sqrt(time / this.#cost))));
  }

  /** Notes how long so many points took. A clock that is coarse may say 0. */
  took(milliseconds: number, points: number): void {
    if (points > 0) this.#cost = Math.max(1e-5, milliseconds / points);
  }
}
