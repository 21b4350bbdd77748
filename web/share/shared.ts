/** The present experiment as a text that a link or a file carries, and back. */
import type { Experiment } from "../engine/engine";
import type { KnownRule } from "../state/rule";

/** What is shared: the experiment says everything about a run; the rule behind its table goes with it. */
export interface Shared {
  readonly experiment: Experiment;
  /** Null where there is none; undefined where nothing is said of it. */
  readonly rule?: KnownRule | null | undefined;
}

/** Why a text carries no experiment: it is damaged, something else, or from a page newer than this one. */
export type ShareFault = "damaged" | "unlike" | "newer";

export class ShareError extends Error {
  override readonly name = "ShareError";
  constructor(readonly fault: ShareFault) {
    super(fault);
  }
}

/** The version of what is shared, which is that of the experiment in it. A page reads its own version and earlier ones. */
const FORM = 2;

export function textOfShared({ experiment, rule }: Shared): string {
  return JSON.stringify({ sanhao: FORM, experiment, rule });
}

/**
 * Reads a shared experiment, or one that stands by itself as `window.sanhao.experiment()` gives it.
 *
 * Throws a `ShareError`. What it returns has the outline of an experiment of any version; the core reads it when it is loaded.
 */
export function sharedFromText(text: string): Shared {
  const value = parsed(text);
  if (!isRecord(value)) throw new ShareError("unlike");
  if (typeof value.sanhao === "number" && value.sanhao > FORM) throw new ShareError("newer");
  const experiment = "sanhao" in value ? value.experiment : value;
  if (!hasOutline(experiment)) throw new ShareError("unlike");
  return { experiment, rule: ruleOf(value.rule, experiment.table.subjects.length) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ShareError("damaged");
  }
}

/** Whether it looks like an experiment, so that the core can say what is wrong with it. */
function hasOutline(value: unknown): value is Experiment {
  if (!isRecord(value)) return false;
  const { table, model, training } = value;
  if (!isRecord(table) || !isRecord(model) || !isRecord(training)) return false;
  return [table.subjects, table.students].every(Array.isArray);
}

/** The rule, where it is one and fits the table; a rule only helps the eye, so that a broken one is left out. */
function ruleOf(value: unknown, subjects: number): KnownRule | null | undefined {
  if (value === null) return null;
  if (!isRecord(value) || !Array.isArray(value.weights) || value.weights.length !== subjects) return undefined;
  const { weights, threshold, kept, made } = value;
  const marked = threshold === null || Number.isFinite(threshold);
  if (!weights.every(Number.isFinite) || !marked || typeof kept !== "boolean") return undefined;
  return {
    weights: weights.map(Number),
    threshold: threshold === null ? null : Number(threshold),
    kept,
    made: made === true,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
