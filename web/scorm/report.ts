/** Reports the lessons to a learning platform around the page, which keeps a pupil's progress. */
import { EngineError } from "../engine/engine";
import { dictionary } from "../i18n/i18n.svelte";
import { includedLessons } from "../learn/lessons/included";
import { LESSONS_KEY } from "../learn/lessons/key";
import type { Progress } from "../learn/lessons/progress";
import { FRAGMENT_START } from "../share/fragment";
import { openFragment } from "../share/open";
import { keepers } from "../state/storage";
import type { Store } from "../state/store";
import { Visit } from "./platform";
import { progressIn, suspendedText } from "./suspended";

const words = dictionary(
  {
    none: "这个网页周围没有学习平台，所以不上报进度；进度保存在这个浏览器里",
    refused: "学习平台没有接受进度",
  },
  {
    none: "There is no learning platform around this page, so nothing is reported; progress is kept in this browser",
    refused: "The learning platform has not taken the progress",
  },
);

/** To be called before the lessons are opened. The launch data of the package may be the fragment of a link. */
export async function reportToPlatform(store: Store): Promise<void> {
  const visit = Visit.begin(window);
  const refuse = (why: string): void => store.problems.refuse("platform", new EngineError(why, null));
  if (visit === null) return refuse(words.none);
  const launched = visit.read("cmi.launch_data").trim();
  if (launched.startsWith(FRAGMENT_START)) await openFragment(store, launched);

  let lessons = progressIn(visit.read("cmi.suspend_data"));
  keepers.set(LESSONS_KEY, {
    read: () => JSON.stringify({ version: 1, lessons }),
    write(text) {
      lessons = JSON.parse(text).lessons;
      const taken = visit.tell(reportOf(lessons, lessonsToDo(store), store.looking.lesson));
      if (!taken) refuse(words.refused);
      return taken;
    },
  });
  const place = visit.read("cmi.core.lesson_location");
  if (place !== "") store.looking.ask({ file: place, begins: true });
  visit.tell(reportOf(lessons, lessonsToDo(store), place));
  addEventListener("pagehide", () => visit.end(), { once: true });
}

/** The number of steps of each lesson that counts: those that a link leaves, or all of the page. */
function lessonsToDo({ looking }: Store): ReadonlyMap<string, number> {
  const { "index.json": index = "[]", ...texts } = includedLessons() ?? {};
  const files = looking.fixed.lessons ?? (JSON.parse(index) as string[]);
  return new Map(files.map((file) => [file, JSON.parse(texts[file] ?? '{"steps":[]}').steps.length]));
}

/** What the platform is told of a pupil's progress: the score is the share of steps done, in percent. */
export function reportOf(
  progress: Progress,
  toDo: ReadonlyMap<string, number>,
  place: unknown,
): Readonly<Record<string, string>> {
  const counts = [...toDo].map(([file, steps]) => {
    const done = progress[file]?.steps.slice(0, steps).filter(({ readings }) => readings !== null) ?? [];
    return { done: done.length, steps };
  });
  const done = counts.reduce((sum, lesson) => sum + lesson.done, 0);
  const steps = counts.reduce((sum, lesson) => sum + lesson.steps, 0);
  return {
    "cmi.suspend_data": suspendedText(progress),
    "cmi.core.lesson_location": typeof place === "string" && place.length <= 255 ? place : "",
    "cmi.core.score.min": "0",
    "cmi.core.score.max": "100",
    "cmi.core.score.raw": String(steps === 0 ? 0 : Math.round((100 * done) / steps)),
    "cmi.core.lesson_status": steps > 0 && done === steps ? "completed" : "incomplete",
  };
}
