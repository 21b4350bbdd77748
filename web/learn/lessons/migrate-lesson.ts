/** Migrates lessons of version 1, whose experiments have settings with old names. */
import { type Diagnosis, migrateExperiment } from "../../engine/engine";

/** The version of a lesson, which is that of its experiments. A lesson without a version has version 1. */
export const LESSON_VERSION = 2;

/** Migrates a parsed lesson of version 1 to the present version; returns any other as it is. */
export function migrateLesson(lesson: unknown): unknown {
  if (!isRecord(lesson) || (lesson.version !== undefined && lesson.version !== 1)) return lesson;
  return { ...mapFields(lesson, migrateField), version: LESSON_VERSION };
}

/** What a run was said to be doing, where it is called otherwise now. */
const STATUSES: ReadonlyMap<unknown, Diagnosis["kind"]> = new Map([
  ["running", "learning"],
  ["converged", "minimum"],
]);

function migrateField(name: string, value: unknown): [string, unknown] {
  if (name === "change") return [name, migrateExperiment(value)];
  if (name === "when") return [name, isRecord(value) ? mapFields(value, migrateCondition) : value];
  return [name, migrateInside(value)];
}

function migrateInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(migrateInside);
  return isRecord(value) ? mapFields(value, migrateField) : value;
}

/** A goal refers to settings by path: `{ "experiment": { "training.test_fraction": 0.5 } }`. */
function migrateCondition(name: string, value: unknown): [string, unknown] {
  if (name === "experiment" && isRecord(value)) return [name, mapFields(value, migrateSetting)];
  if (name === "status") return [name, STATUSES.get(value) ?? value];
  if (name === "chosen" && Array.isArray(value))
    return [name, value.map((path) => migrateSetting(String(path), null)[0])];
  return [name, value];
}

/** Migrates the path and value of one setting, by migrating an experiment with only this setting. */
function migrateSetting(path: string, value: unknown): [string, unknown] {
  const names = path.split(".");
  let migrated = migrateExperiment(names.reduceRight<unknown>((inside, name) => ({ [name]: inside }), value));
  const renamed = names.map((name) => {
    const fields: Readonly<Record<string, unknown>> = isRecord(migrated) ? migrated : {};
    const found = Object.hasOwn(fields, name)
      ? name
      : (Object.keys(fields).find((other) => other !== "version") ?? name);
    migrated = fields[found];
    return found;
  });
  return [renamed.join("."), migrated];
}

function mapFields(
  record: Readonly<Record<string, unknown>>,
  map: (name: string, value: unknown) => [string, unknown],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => map(name, value)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
