/** The learning rate as a setting that varies. */
import { MAX_RATE, MIN_RATE } from "../../settings/rate-slider";

/**
 * About so many rates, evenly on the slider's logarithmic scale and with its two digits: a rate that is read off and taken is the
 * one that was run. Fewer where two would be the same.
 */
export function ratesOver(count: number): number[] {
  const ratio = MAX_RATE / MIN_RATE;
  const rates = Array.from({ length: count }, (_, at) => MIN_RATE * ratio ** (at / Math.max(1, count - 1)));
  return [...new Set(rates.map((rate) => Number(rate.toPrecision(2))))];
}
