/** The experiments that a lesson's steps begin with. */

import { fitModel } from "../../edits/fit";
import { asEngineError, type Experiment, presetOf, readExperiment, type Table } from "../../engine/engine";
import { tableFromFile } from "../../engine/lab";
import { CASE_SPEEDS } from "../../state/cases";
import type { Lesson, Start } from "./lesson";
import { LessonFault } from "./written";

/** A start that the core has checked. */
export interface Beginning {
  readonly experiment: Experiment;
  /** Updates a second. */
  readonly speed: number;
}

/**
 * The start of each step: its own, else that of the nearest previous step with one. The core checks all of them, so that a
 * refused one is reported before a learner reaches it.
 */
export function beginningsOf({ start, steps }: Lesson): Beginning[] {
  let beginning = begun(start, "start");
  const beginnings: Beginning[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.start !== null) beginning = begun(step.start, `steps[${index}].start`);
    beginnings.push(beginning);
  }
  return beginnings;
}

/** The experiment of a start, not yet checked by the core. */
export function experimentOfStart({ preset, csv, change }: Start): Experiment {
  const table = csv && tableFromFile(new TextEncoder().encode(csv.join("\n")));
  return experimentOf(presetOf(preset), table, change);
}

function begun(start: Start, path: string): Beginning {
  try {
    const experiment = readExperiment(experimentOfStart(start));
    return { experiment, speed: start.speed ?? CASE_SPEEDS[start.preset] };
  } catch (thrown) {
    throw new LessonFault(path, { kind: "core", error: asEngineError(thrown) });
  }
}

/** An example with its table replaced, if the start has one, and with the start's changes. */
export function experimentOf(example: Experiment, table: Table | null, change: unknown): Experiment {
  return merged(table === null ? example : fitModel(example, table), change);
}

/** Objects are merged field by field; a variant of another kind, a list and any other value are replaced as a whole. */
function merged<Value>(value: Value, change: unknown): Value {
  if (!isObject(value) || !isObject(change)) return change as Value;
  if ("kind" in value && "kind" in change && value.kind !== change.kind) return change as Value;
  const before: Readonly<Record<string, unknown>> = value;
  const parts = Object.entries(change).map(([name, part]) => [
    name,
    Object.hasOwn(before, name) ? merged(before[name], part) : part,
  ]);
  // A field called __proto__ becomes one, which the core then refuses.
  return Object.fromEntries([...Object.entries(before), ...parts]) as Value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
