/** Progress in the lessons, with several tabs of one browser. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { Store } from "../../state/store";
import { Course } from "./course.svelte";
import type { Ready } from "./library";
import { readLesson } from "./read-lesson";
import { beginningsOf } from "./start";

const FILES = import.meta.glob<string>("../../../public/lessons/0[12]-*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

let first: Ready;
let second: Ready;
beforeAll(async () => {
  await startTestCore();
  const lessons = Object.entries(FILES).map(([file, text]): Ready => {
    const lesson = readLesson(text);
    return { file, lesson, beginnings: beginningsOf(lesson) };
  });
  [first, second] = lessons as [Ready, Ready];
});

let stored: Map<string, string>;
let full: boolean;
/** What each tab does when another one has stored something. */
let listeners: ((event: Partial<StorageEvent>) => void)[];
beforeEach(() => {
  stored = new Map();
  full = false;
  listeners = [];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException("full", "QuotaExceededError");
      stored.set(key, text);
    },
  });
  vi.stubGlobal("addEventListener", (_: string, listener: (event: Partial<StorageEvent>) => void) => {
    listeners.push(listener);
  });
});

function tab(): Course {
  return new Course(new Store(presetOf("weights")));
}

/** The browser tells a tab, counted from 0, of what the others have stored. */
function tell(tab: number): void {
  listeners[tab]?.({ key: "sanhao.lessons" });
}

it("two tabs keep the progress of both, also where neither has heard of the other", () => {
  const [one, other] = [tab(), tab()];
  one.enter(first);
  other.enter(second);
  one.guess(1);
  other.guess(0);
  one.guess(2);
  const later = tab();
  expect([later.mark(first), later.mark(second)]).toEqual(["begun", "begun"]);
  later.enter(first);
  expect(later.reached.guess).toBe(2);
});

it("a tab hears of what another one has reached, and keeps its own place in the lesson", () => {
  const [one, other] = [tab(), tab()];
  one.enter(first);
  other.enter(first);
  one.guess(1);
  one.go(1);
  tell(1);
  expect(other.at).toBe(0);
  expect(other.reached.guess).toBe(1);
  one.leave();
  one.enter(second);
  one.guess(0);
  tell(1);
  expect(other.mark(second)).toBe("begun");
});

it("a lesson started over in one tab is started over in the other", () => {
  const [one, other] = [tab(), tab()];
  one.enter(first);
  one.guess(1);
  tell(1);
  other.enter(first);
  one.startOver();
  tell(1);
  expect(other.reached.guess).toBeNull();
});

it("what a full memory could not take is not replaced by what it holds", () => {
  const one = tab();
  one.enter(first);
  one.guess(1);
  full = true;
  one.guess(2);
  one.enter(second);
  one.guess(0);
  one.enter(first);
  expect(one.reached.guess).toBe(2);
});

it("a step brings its pictures to the stage when it opens, forward and back; in between a person's own choice stays", () => {
  const lesson = readLesson(FILES["../../../public/lessons/02-learning-rate.json"] ?? "");
  const steps = lesson.steps.map((step, index) => ({ ...step, stage: STAGES[index] ?? [] }));
  const store = new Store(presetOf("award"));
  const course = new Course(store);
  const shown = (): readonly string[] => store.looking.stage.shown("weights");
  course.enter({ file: "stages", lesson: { ...lesson, steps }, beginnings: beginningsOf(lesson) });
  expect(shown()).toEqual(["surface"]);
  store.looking.stage.show("weights", "race");
  course.watch(0);
  course.guess(1);
  store.run.step(3);
  course.watch(1);
  expect(shown()).toEqual(["race"]);
  course.go(1);
  expect(shown()).toEqual(["weights", "family"]);
  store.looking.stage.show("weights", "race");
  course.go(0);
  expect(shown()).toEqual(["surface"]);
  // A step that says nothing leaves it as it is.
  course.go(2);
  expect(shown()).toEqual(["surface"]);
  course.go(1);
  course.leave();
  expect(shown()).toEqual(["weights", "family"]);
});
const STAGES = [["surface"], ["weights", "family"], []] as const;
