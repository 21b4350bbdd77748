/** The learning rate as a setting that varies. */

/** A run's rate in the two digits that the slider has. */
export function takenRate(rate: number): number {
  return Number(rate.toPrecision(2));
}
