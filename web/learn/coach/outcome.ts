/** What a run whose numbers are right has come to: the predictions, and the weights beside the school's. */
import type { Experiment, Frame, Role } from "../../engine/engine";
import { localName } from "../../i18n/words";
import type { KnownRule } from "../../state/rule";
import { formatCount, formatFixed, formatNumber, formatRow } from "../../ui/format";
import { shortName } from "../../ui/short-name";
import { outcomeWords as w } from "./outcome-words";

export interface Ended {
  readonly experiment: Experiment;
  readonly frame: Pick<Frame, "errors" | "layers">;
  /** What each student is in training. */
  readonly roles: readonly Role[];
  /** The rule behind the table; null if none is known. */
  readonly rule: KnownRule | null;
}

export interface Outcome {
  readonly text: string;
  /** Whether the weights are not the only right ones, or not the school's: the picture “Why not these?” says why. */
  readonly asksWhy: boolean;
}

/** Predictions are right within this part of the largest target: half a point of a hundred. */
const OF_TARGETS = 0.005;
/** And within this part of the range of the targets. */
const OF_RANGE = 0.05;
/** Differences of more weights are not listed. */
const LISTED = 4;

/** The outcome of a run that goes on no more; null where its targets are classes or it is not right. */
export function outcomeOf(ended: Ended): Outcome | null {
  const { experiment, roles } = ended;
  const { table } = experiment;
  const error = largestError(ended);
  if (error === null || !isRight(ended, error)) return null;
  const students = roles.filter((role) => role === "training").length;
  const all = students === table.students.filter(({ target }) => target !== null).length;
  const right = w.right(students, shortName(localName(table.target), 12), all, error === 0 ? null : roundedUp(error));
  const { said, asksWhy } = weightsOf(ended, students);
  return { text: `${right}${said}`, asksWhy };
}

function largestError({ frame: { errors }, roles }: Ended): number | null {
  let largest = Number.NaN;
  errors.forEach((error, row) => {
    if (roles[row] === "training") largest = Math.max(Number.isNaN(largest) ? 0 : largest, Math.abs(error));
  });
  return Number.isFinite(largest) ? largest : null;
}

function isRight({ experiment: { table }, roles }: Ended, error: number): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  table.students.forEach(({ target }, row) => {
    if (typeof target !== "number" || roles[row] !== "training") return;
    low = Math.min(low, target);
    high = Math.max(high, target);
  });
  const range = high > low ? OF_RANGE * (high - low) : Number.POSITIVE_INFINITY;
  return error <= Math.min(OF_TARGETS * Math.max(Math.abs(low), Math.abs(high)), range);
}

/** What is known of the weights, where the model is a weighted total. */
function weightsOf({ experiment: { model, table }, frame, rule }: Ended, students: number) {
  const [layer] = frame.layers;
  if (model.hidden.length > 0 || model.output !== "linear" || layer === undefined)
    return { said: w.end, asksWhy: false };
  if (rule?.kept) return { said: w.secret, asksWhy: false };
  if (rule !== null && rule.threshold === null && rule.weights.length === layer.weights.length) {
    const differences = rule.weights.map((weight, index) => Math.abs((layer.weights[index] ?? Number.NaN) - weight));
    const texts = differences.map((difference) => formatFixed(difference, 2));
    if (texts.every((text) => Number(text) === 0)) return { said: w.same, asksWhy: false };
    const said =
      texts.length > LISTED ? w.differMost(formatFixed(Math.max(...differences), 2)) : w.differ(formatRow(texts));
    return { said, asksWhy: true };
  }
  // Fewer equations than unknowns.
  const unknowns = table.subjects.length + (model.bias ? 1 : 0) - (model.weights === "sum_to_one" ? 1 : 0);
  return students < unknowns ? { said: w.others, asksWhy: true } : { said: w.end, asksWhy: false };
}

/** A number from which the error is not far, and above which it is not: one digit. */
function roundedUp(error: number): string {
  const unit = 10 ** Math.floor(Math.log10(error));
  return formatNumber(Math.ceil(error / unit) * unit, 1);
}

/** So many of so many students, counted from a share of them. */
export function countOf(share: number, students: number): readonly [right: string, all: string] {
  return [formatCount(Math.round(share * students)), formatCount(students)];
}
