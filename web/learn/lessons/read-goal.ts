/** Reads the conditions of a goal. */
import { type Diagnosis, presetOf } from "../../engine/engine";
import { type Goal, NUMBER_NAMES, type Plain, type Range, type WeightsGoal } from "./lesson";
import type { Written } from "./written";

const STATUSES = [
  "learning",
  "slow",
  "minimum",
  "separable",
  "swinging",
  "worse",
  "same_for_all",
  "stuck",
  "diverged",
] as const satisfies Diagnosis["kind"][];
const FIELDS = [...NUMBER_NAMES, "status", "weights", "predicted", "experiment", "chosen"];

export function readGoal(written: Written): Goal {
  written.fields(FIELDS);
  const numbers = NUMBER_NAMES.flatMap((name) => {
    const range = written.optional(name);
    return range === null ? [] : [[name, readRange(range)] as const];
  });
  return {
    numbers: Object.fromEntries(numbers),
    status: written.optional("status")?.oneOf(STATUSES) ?? null,
    weights: readWeights(written.optional("weights")),
    predicted: record(written.optional("predicted"), (value) =>
      typeof value.value === "string" ? value.value : readRange(value),
    ),
    experiment: record(written.optional("experiment"), (value, path) => {
      checkPath(value, path);
      return readPlain(value);
    }),
    chosen:
      written.optional("chosen")?.list((path) => {
        checkPath(path, path.text());
        return path.text();
      }) ?? [],
  };
}

function readRange(written: Written): Range {
  written.fields(["above", "below"]);
  const above = written.optional("above")?.number();
  const below = written.optional("below")?.number();
  if (above === undefined && below === undefined) throw written.expected("range");
  return { ...(above !== undefined && { above }), ...(below !== undefined && { below }) };
}

function readWeights(written: Written | null): WeightsGoal | null {
  if (written === null) return null;
  if (written.optional("near") !== null) {
    written.fields(["near", "within"]);
    return { near: written.field("near").list((weight) => weight.number()), within: written.field("within").number() };
  }
  written.fields(["far", "by"]);
  return { far: written.field("far").list((weight) => weight.number()), by: written.field("by").number() };
}

function readPlain(written: Written): Plain | Range {
  const { value } = written;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object") throw written.expected("plain");
  return readRange(written);
}

function record<Value>(written: Written | null, read: (value: Written, name: string) => Value): Record<string, Value> {
  return Object.fromEntries((written?.entries() ?? []).map(([name, value]) => [name, read(value, name)]));
}

/** A path that no experiment has could never match, so it is a mistake in the file. */
function checkPath(written: Written, path: string): void {
  const [part = "", name] = path.split(".");
  const whole: Readonly<Record<string, unknown>> = { ...presetOf("weights") };
  const inside = Object.hasOwn(whole, part) ? whole[part] : undefined;
  const found =
    name === undefined
      ? inside !== undefined
      : typeof inside === "object" && inside !== null && Object.hasOwn(inside, name);
  if (!found) throw written.expected("path");
}
