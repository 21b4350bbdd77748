/** Where the weights end, of many starts: two weights of each unit of the first layer. */
import type { Experiment } from "../../engine/engine";
import type { Solution } from "../../engine/lab";
import type { AxesScales } from "../shared/axes";
import type { Axes } from "../shared/marks";
import { extentOf, paddedRange, type Range } from "../shared/scale";

export interface End {
  readonly run: number;
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** `parameters`: of each run, layer by layer, the weights unit by unit and then the biases. */
export function endsOf(
  { table, model }: Pick<Experiment, "table" | "model">,
  parameters: readonly ArrayLike<number>[],
  axes: Axes,
): End[] {
  const inputs = table.subjects.length;
  return parameters.flatMap((numbers, run) => {
    const units = model.hidden[0]?.units ?? Math.floor(numbers.length / (inputs + (model.bias ? 1 : 0)));
    return Array.from({ length: units }, (_, unit) => {
      // With a single subject the bias stands in the place of a second weight.
      const up = axes.x === axes.y ? units * inputs + unit : unit * inputs + axes.y;
      const y = axes.x === axes.y && !model.bias ? 0 : (numbers[up] ?? Number.NaN);
      return { run, unit, x: numbers[unit * inputs + axes.x] ?? Number.NaN, y };
    });
  });
}

/** The end nearest to a pixel; null where there is none. */
export function endNear(
  ends: readonly End[],
  { x, y }: Pick<AxesScales, "x" | "y">,
  [px, py]: readonly [number, number],
): End | null {
  let nearest: End | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const end of ends) {
    const distance = Math.hypot(x.pxFromScore(end.x) - px, y.pxFromScore(end.y) - py);
    if (distance < least) [nearest, least] = [end, distance];
  }
  return nearest;
}

/** The next end along an axis, up or down it; from none the last one that way. */
export function endBeside(ends: readonly End[], from: End | null, along: "x" | "y", step: 1 | -1): End | null {
  const sorted = [...ends].sort((a, b) => a[along] - b[along]);
  const stands = from === null ? -1 : sorted.findIndex(({ run, unit }) => run === from.run && unit === from.unit);
  if (stands < 0) return sorted.at(step > 0 ? 0 : -1) ?? null;
  return sorted[Math.min(sorted.length - 1, Math.max(0, stands + step))] ?? null;
}

/** What the axes reach over; of shares all of them. */
export function rangesOf(ends: readonly End[], model: Experiment["model"]): { x: Range; y: Range } {
  if (model.weights === "sum_to_one" && model.hidden.length === 0) return { x: [-0.05, 1.05], y: [-0.05, 1.05] };
  return { x: paddedRange(extentOf(ends.map(({ x }) => x))), y: paddedRange(extentOf(ends.map(({ y }) => y))) };
}

/** A line of weights that give the same predictions, as two of its points; null where there is no line. */
export function familyLine(
  solution: Solution | null,
  axes: Axes,
  { x, y }: { readonly x: Range; readonly y: Range },
): readonly (readonly [number, number])[] | null {
  const [direction, ...others] = solution?.directions ?? [];
  if (solution === null || direction === undefined || others.length > 0 || axes.x === axes.y) return null;
  const [dx, dy] = [direction[axes.x] ?? 0, direction[axes.y] ?? 0];
  const [ox, oy] = [solution.parameters[axes.x] ?? Number.NaN, solution.parameters[axes.y] ?? Number.NaN];
  const size = Math.hypot(dx, dy);
  if (!(size > 1e-9)) return null;
  const far = (x[1] - x[0] + y[1] - y[0] + Math.hypot(ox - x[0], oy - y[0])) / size;
  return [-far, far].map((t) => [ox + t * dx, oy + t * dy] as const);
}
