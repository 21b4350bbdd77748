/** The learner's progress in each lesson, stored only in the browser. */
import type { Reading, Readings } from "./readings";

export interface StepProgress {
  /** The index of the chosen answer. */
  readonly guess: number | null;
  /** The readings of the run that reached the goal; null before. */
  readonly readings: Readings | null;
}

export interface LessonProgress {
  /** The index of the open step. */
  readonly at: number;
  readonly steps: readonly StepProgress[];
}

/** Progress by lesson file. */
export type Progress = Readonly<Record<string, LessonProgress>>;

const VERSION = 1;
const NOTHING: StepProgress = { guess: null, readings: null };
export const NOT_BEGUN: LessonProgress = { at: 0, steps: [] };

export function textOf(progress: Progress): string {
  return JSON.stringify({ version: VERSION, lessons: progress });
}

/** Reads the stored progress. Invalid entries, and progress of another version, are dropped. */
export function progressOf(text: string | null): Progress {
  const kept = fieldsOf(parsed(text));
  if (kept?.version !== VERSION) return {};
  const lessons = Object.entries(fieldsOf(kept.lessons) ?? {}).flatMap(([file, value]) => {
    const lesson = lessonOf(value);
    return lesson === null ? [] : [[file, lesson] as const];
  });
  return Object.fromEntries(lessons);
}

/** The progress in a lesson: its file may be called as what every object has. */
export function lessonIn(progress: Progress, file: string): LessonProgress {
  return (Object.hasOwn(progress, file) ? progress[file] : undefined) ?? NOT_BEGUN;
}

export function stepOf(progress: LessonProgress, step: number): StepProgress {
  return progress.steps[step] ?? NOTHING;
}

/** The progress with another open step in one lesson. */
export function withPlace(progress: Progress, file: string, at: number): Progress {
  return { ...progress, [file]: { ...(progress[file] ?? NOT_BEGUN), at } };
}

export function withStep(progress: LessonProgress, step: number, change: Partial<StepProgress>): LessonProgress {
  const count = Math.max(progress.steps.length, step + 1);
  const steps = Array.from({ length: count }, (_, index) =>
    index === step ? { ...stepOf(progress, index), ...change } : stepOf(progress, index),
  );
  return { ...progress, steps };
}

export type Mark = "new" | "begun" | "done";

export function markOf(progress: LessonProgress, count: number): Mark {
  const done = Array.from({ length: count }, (_, step) => stepOf(progress, step).readings !== null);
  if (done.every(Boolean)) return "done";
  return progress.at > 0 || progress.steps.some(({ guess, readings }) => guess !== null || readings !== null)
    ? "begun"
    : "new";
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function lessonOf(value: unknown): LessonProgress | null {
  const fields = fieldsOf(value);
  if (fields === null || !isIndex(fields.at) || !Array.isArray(fields.steps)) return null;
  const steps = fields.steps.map(stepProgressOf);
  return steps.every((step) => step !== null) ? { at: fields.at, steps } : null;
}

function stepProgressOf(value: unknown): StepProgress | null {
  const fields = fieldsOf(value);
  if (fields === null || !(fields.guess === null || isIndex(fields.guess))) return null;
  if (fields.readings === null) return { guess: fields.guess, readings: null };
  const readings = fieldsOf(fields.readings);
  if (readings === null || !Object.values(readings).every(isReading)) return null;
  return { guess: fields.guess, readings: readings as Readings };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : null;
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isReading(value: unknown): value is Reading {
  return value === null || typeof value === "number" || typeof value === "string";
}
