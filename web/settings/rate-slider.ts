/** The logarithmic slider of the learning rate. */

export const MIN_RATE = 1e-7;
export const MAX_RATE = 10;

/** Positions per factor of ten. */
const PER_DECADE = 20;

/** The slider's last position; the first is 0. */
export const LAST_POSITION = PER_DECADE * Math.round(Math.log10(MAX_RATE / MIN_RATE));

/** The position nearest to a rate; a rate outside the slider's range is at its end. */
export function positionFromRate(rate: number): number {
  const position = Math.round(PER_DECADE * Math.log10(rate / MIN_RATE));
  return Math.min(LAST_POSITION, Math.max(0, position));
}

/** The rate at a position, rounded to two significant digits: 0.001, not 0.00099999. */
export function rateFromPosition(position: number): number {
  return Number((MIN_RATE * 10 ** (position / PER_DECADE)).toPrecision(2));
}
