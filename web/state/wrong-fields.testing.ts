/** Experiments with one field wrong in turn: what a link, a file or a script may hold. */
import type { Experiment } from "../engine/engine";

/** A changed experiment, and what was changed. */
export interface Wrong {
  readonly change: string;
  readonly experiment: unknown;
}

/** Names that every object of JavaScript has, and texts that are hard to show or to keep. */
const NAMES = ["constructor", "toString", "__proto__", "", "\0", "𝄞".repeat(50)];
const NUMBERS = [-1, 0.5, 1e308, 2 ** 53, Number.NaN];
const OTHERS = [null, true, [], {}, { kind: "constructor" }];

/** Every field of an experiment in turn: removed, of another type, out of its bounds, and beside one that nobody knows. */
export function* wrongFields(experiment: Experiment): Generator<Wrong> {
  for (const path of pathsIn(experiment)) {
    const name = path.join(".");
    yield { change: `${name} removed`, experiment: changed(experiment, path, (fields, key) => remove(fields, key)) };
    for (const value of [...NAMES, ...NUMBERS, ...OTHERS]) {
      const change = `${name} = ${JSON.stringify(value)}`;
      yield { change, experiment: changed(experiment, path, (fields, key) => define(fields, key, value)) };
    }
  }
}

type Fields = Record<string, unknown> | unknown[];

/** The paths of all fields; of a list those of its first item and its last. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  const names = Object.keys(value);
  const some = Array.isArray(value) ? [...new Set([names.at(0), names.at(-1)])] : names;
  for (const name of some) if (name !== undefined) yield* pathsIn(Reflect.get(value, name), [...path, name]);
}

function changed(
  experiment: Experiment,
  path: readonly string[],
  change: (fields: Fields, key: string) => void,
): unknown {
  const copy = structuredClone(experiment);
  const fields = path
    .slice(0, -1)
    .reduce<Fields>((inside, name) => Reflect.get(inside, name), copy as unknown as Fields);
  change(fields, path.at(-1) ?? "");
  return copy;
}

function remove(fields: Fields, key: string): void {
  if (Array.isArray(fields)) fields.splice(Number(key), 1);
  else Reflect.deleteProperty(fields, key);
}

function define(fields: Fields, key: string, value: unknown): void {
  Object.defineProperty(fields, key, { value, writable: true, enumerable: true, configurable: true });
}
