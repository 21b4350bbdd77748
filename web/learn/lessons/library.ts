/** Fetches the lessons from the site's folder, so that a teacher can edit a file and reload the page. */
import { includedLessons } from "./included";
import type { Lesson } from "./lesson";
import { MAX_BYTES, readIndex, readLesson } from "./read-lesson";
import { type Beginning, beginningsOf } from "./start";
import { LessonFault } from "./written";

/** A valid lesson. */
export interface Ready {
  /** The name of a file in the site's folder, or `own/` and the name of a person's own file. Progress is kept under it. */
  readonly file: string;
  readonly lesson: Lesson;
  /** The start of each step. */
  readonly beginnings: readonly Beginning[];
  /** What a person's own file holds, so that a link can carry it. */
  readonly own?: object;
}

/** A file that cannot be read, with its error. */
export interface Broken {
  readonly file: string;
  readonly fault: LessonFault;
}

export type Entry = Ready | Broken;

const INDEX = "index.json";

/** Every lesson in the index, in order. Throws a `LessonFault` only if the index itself cannot be read. */
export async function library(): Promise<Entry[]> {
  const files = readIndex(await fetched(INDEX));
  return Promise.all(files.map(entryOf));
}

/** A lesson from a person's own file, or from a link. */
export async function ownEntry(name: string, text: Blob): Promise<Entry> {
  const entry = await entryFrom(`own/${name}`, () => {
    if (text.size > MAX_BYTES) throw new LessonFault("", { kind: "too_large", bytes: text.size, most: MAX_BYTES });
    return text.text();
  });
  if ("fault" in entry) return entry;
  // Progress is kept by name: without one, by title.
  const file = name === "" ? `own/${entry.lesson.title.zh}` : entry.file;
  return { ...entry, file, own: JSON.parse(await text.text()) };
}

/** A file that is not in the list. */
export function missingEntry(file: string): Broken {
  return { file, fault: new LessonFault("", { kind: "file", status: "404" }) };
}

function entryOf(file: string): Promise<Entry> {
  return entryFrom(file, () => fetched(file));
}

async function entryFrom(file: string, read: () => string | Promise<string>): Promise<Entry> {
  try {
    const lesson = readLesson(await read());
    return { file, lesson, beginnings: beginningsOf(lesson) };
  } catch (thrown) {
    if (thrown instanceof LessonFault) return { file, fault: thrown };
    throw thrown;
  }
}

async function fetched(file: string): Promise<string> {
  const text = includedLessons()?.[file];
  if (text !== undefined) return text;
  // The browser revalidates its cached copy, so that edits show at once.
  const response = await fetch(new URL(`lessons/${file}`, document.baseURI), { cache: "no-cache" }).catch(() => null);
  if (response !== null && !response.ok) throw new LessonFault("", { kind: "file", status: String(response.status) });
  // The connection may also end in the middle of the file.
  const body = (await response?.text().catch(() => null)) ?? null;
  if (body === null) throw new LessonFault("", { kind: "file", status: "" });
  return body;
}
