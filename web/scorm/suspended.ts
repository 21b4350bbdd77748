/** Progress in the lessons as short ASCII text: SCORM 1.2 keeps 4,096 characters of a pupil. */
import type { LessonProgress, Progress, StepProgress } from "../learn/lessons/progress";

export const MAX_LENGTH = 4096;

/** [place, [guess, readings] of each step]. */
type Short = readonly [number, ...(readonly [StepProgress["guess"], StepProgress["readings"]])[]];

/** Where it is too long, the numbers read in the earliest lessons go first, and then these lessons. */
export function suspendedText(progress: Progress): string {
  const lessons = Object.entries(progress).map(([file, lesson]) => [file, shortOf(lesson)] as const);
  for (let bare = 0; ; bare += 1) {
    const kept = lessons
      .map(([file, short], index) => [file, index < bare ? withoutReadings(short) : short] as const)
      .slice(Math.max(0, bare - lessons.length));
    const text = ascii(JSON.stringify([1, Object.fromEntries(kept)]));
    if (text.length <= MAX_LENGTH) return text;
  }
}

/** The progress in a suspended text; what is none is no progress. The lessons check what is in it. */
export function progressIn(text: string): Progress {
  try {
    const [version, lessons] = JSON.parse(text) as [unknown, Record<string, Short>];
    if (version !== 1) return {};
    return Object.fromEntries(Object.entries(lessons).map(([file, short]) => [file, longOf(short)]));
  } catch {
    return {};
  }
}

function shortOf({ at, steps }: LessonProgress): Short {
  return [at, ...steps.map(({ guess, readings }) => [guess, readings === null ? null : rounded(readings)] as const)];
}

function longOf([at, ...steps]: Short): LessonProgress {
  return { at, steps: steps.map(([guess, readings]) => ({ guess, readings })) };
}

/** Done stays done: its explanation has no numbers then. */
function withoutReadings([at, ...steps]: Short): Short {
  return [at, ...steps.map(([guess, readings]) => [guess, readings && {}] as const)];
}

/** As many digits as the page shows. */
function rounded(readings: NonNullable<StepProgress["readings"]>): NonNullable<StepProgress["readings"]> {
  return Object.fromEntries(
    Object.entries(readings).map(([name, value]) => [
      name,
      typeof value === "number" ? Number(value.toPrecision(6)) : value,
    ]),
  );
}

function ascii(json: string): string {
  return json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
