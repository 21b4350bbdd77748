/** The probability of each class for a student. */
import type { Frame } from "../engine/engine";

/** In the order of the classes; empty if the outputs are not probabilities. */
export function probabilitiesOf(
  frame: Pick<Frame, "predictions" | "outputs" | "probabilities">,
  classes: number,
  row: number,
): number[] {
  if (classes === 0 || !Number.isFinite(frame.probabilities[row] ?? Number.NaN)) return [];
  const said = Array.from(frame.predictions.slice(row * frame.outputs, (row + 1) * frame.outputs));
  const [yes = Number.NaN] = said;
  // Two classes share one output: the probability of the second.
  return classes === 2 && said.length === 1 ? [1 - yes, yes] : said;
}
