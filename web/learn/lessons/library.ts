/** The lessons of the site's own folder, fetched as they are there: a teacher edits a file and reloads the page. */
import type { Lesson } from "./lesson";
import { readIndex, readLesson } from "./read-lesson";
import { type Beginning, beginningsOf } from "./start";
import { LessonFault } from "./written";

/** A lesson that can be taken. */
export interface Ready {
  readonly file: string;
  readonly lesson: Lesson;
  /** What each step begins with. */
  readonly beginnings: readonly Beginning[];
}

/** A file that cannot be read, and why; the others still can. */
export interface Broken {
  readonly file: string;
  readonly fault: LessonFault;
}

export type Entry = Ready | Broken;

const INDEX = "index.json";

/** Every lesson that the index names, in its order. Only the index itself may be missed: then this throws a `LessonFault`. */
export async function library(): Promise<Entry[]> {
  const files = readIndex(await fetched(INDEX));
  return Promise.all(files.map(entryOf));
}

async function entryOf(file: string): Promise<Entry> {
  try {
    const lesson = readLesson(await fetched(file));
    return { file, lesson, beginnings: await beginningsOf(lesson) };
  } catch (thrown) {
    if (thrown instanceof LessonFault) return { file, fault: thrown };
    throw thrown;
  }
}

async function fetched(file: string): Promise<string> {
  // What was edited is to be seen at once: the browser asks whether its copy still holds.
  const response = await fetch(new URL(`lessons/${file}`, document.baseURI), { cache: "no-cache" }).catch(() => null);
  if (response?.ok) return response.text();
  throw new LessonFault("", { kind: "file", status: response === null ? "" : String(response.status) });
}
