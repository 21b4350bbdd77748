/** Converts the experiment to the text in a link or a file, and back. */
import type { Experiment } from "../engine/engine";
import type { KnownRule } from "../state/rule";
import { readSealed, writtenRule } from "./sealed";

/** What is shared: the experiment, the rule behind its table, and what is looked at. */
export interface Shared {
  readonly experiment: Experiment;
  /** Null if there is none; undefined if unknown. */
  readonly rule?: KnownRule | null | undefined;
  /** A `View` when it is written; when it is read, whatever was there. Undefined if unknown. */
  readonly view?: unknown;
}

/** Why a text contains no experiment: it is damaged, something else, or from a newer version of the page. */
export type ShareFault = "damaged" | "unlike" | "newer";

export class ShareError extends Error {
  override readonly name = "ShareError";
  constructor(readonly fault: ShareFault) {
    super(fault);
  }
}

/**
 * The version of the format, which is that of the experiment in it. The page reads this version and earlier ones. The view
 * came without a new version: pages that do not know it open the experiment all the same.
 */
const FORM = 2;
/** The version of the short form in a link (packed.ts). */
export const PACKED = 3;

export function textOfShared({ experiment, rule, view }: Shared): string {
  return JSON.stringify({ sanhao: FORM, experiment, rule: writtenRule(rule), view });
}

/**
 * Reads a shared experiment, or a bare one as `window.sanhao.experiment()` returns it. `unpacked` reads the experiment of a
 * short form, where there may be one.
 *
 * Throws a `ShareError`. The result has the outline of an experiment of any version; the core checks it on loading.
 */
export function sharedFromText(text: string, unpacked?: (value: Record<string, unknown>) => Experiment): Shared {
  const value = parsed(text);
  if (!isRecord(value)) throw new ShareError("unlike");
  const newest = unpacked ? PACKED : FORM;
  if (typeof value.sanhao === "number" && value.sanhao > newest) throw new ShareError("newer");
  const experiment =
    value.sanhao === PACKED && unpacked ? unpacked(value) : "sanhao" in value ? value.experiment : value;
  if (!hasOutline(experiment)) throw new ShareError("unlike");
  return { experiment, rule: ruleOf(value.rule, experiment.table.subjects.length), view: value.view };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ShareError("damaged");
  }
}

/** Whether a value has the outline of an experiment, so that the core can report what is wrong in it. */
function hasOutline(value: unknown): value is Experiment {
  if (!isRecord(value)) return false;
  const { table, model, training } = value;
  if (!isRecord(table) || !isRecord(model) || !isRecord(training)) return false;
  return [table.subjects, table.students].every(Array.isArray);
}

/** The rule, if it is valid and fits the table. An invalid one is ignored, since it is only for display. */
function ruleOf(value: unknown, subjects: number): KnownRule | null | undefined {
  if (value === null) return null;
  const rule = isRecord(value) ? readSealed(value) : undefined;
  if (!isRecord(rule) || !Array.isArray(rule.weights) || rule.weights.length !== subjects) return undefined;
  const { weights, threshold, kept, made } = rule;
  const marked = threshold === null || isScore(threshold);
  if (!weights.every(isScore) || !marked || typeof kept !== "boolean") return undefined;
  return {
    weights: weights.map(Number),
    threshold: threshold === null ? null : Number(threshold),
    kept,
    made: made === true,
  };
}

/** Whether a number lies within what the core takes as a score: the pictures draw it. */
export function isScore(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= 1e6;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
