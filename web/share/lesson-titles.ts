/** The titles of the page's lessons, in the order of the list. What is wrong in a file is said where lessons are opened. */
import type { Text } from "../i18n/i18n.svelte";
import { includedLessons } from "../learn/lessons/included";

export interface LessonTitle {
  readonly file: string;
  readonly title: Text;
}

export async function lessonTitles(): Promise<LessonTitle[]> {
  const files = await json("index.json").catch(() => null);
  if (!Array.isArray(files)) return [];
  const titles = await Promise.all(files.map((file) => titleIn(String(file)).catch(() => null)));
  return titles.filter((title) => title !== null);
}

async function titleIn(file: string): Promise<LessonTitle> {
  const { title } = (await json(file)) as { title: Text };
  return { file, title: { zh: String(title.zh), en: String(title.en) } };
}

async function json(file: string): Promise<unknown> {
  const text = includedLessons()?.[file];
  if (text !== undefined) return JSON.parse(text);
  return (await fetch(new URL(`lessons/${file}`, document.baseURI))).json();
}
