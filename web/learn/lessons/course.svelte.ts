/** The open lesson, its step and the learner's progress. It is kept while the panel is closed. */
import type { Experiment } from "../../engine/engine";
import type { AskedLesson } from "../../state/looking.svelte";
import { readStored, writeStored } from "../../state/storage";
import type { Store } from "../../state/store";
import { isReached } from "./goal";
import { LESSONS_KEY } from "./key";
import type { Step } from "./lesson";
import { type Entry, library, missingEntry, ownEntry, type Ready } from "./library";
import {
  type LessonProgress,
  lessonIn,
  type Mark,
  markOf,
  NOT_BEGUN,
  type Progress,
  progressOf,
  type StepProgress,
  stepOf,
  textOf,
  withPlace,
  withStep,
} from "./progress";
import { readingsOf } from "./readings";
import { counted, NO_TRIES, type Tries } from "./tries";

const KEY = LESSONS_KEY;

/** What a page around this one hears when a goal is reached: the lesson's file, and the step counted from 0. */
export interface Goal {
  readonly lesson: string;
  readonly step: number;
}

export class Course {
  #progress = $state.raw<Progress>(progressOf(readStored(KEY)));
  #isStored = true;
  #open = $state.raw<Ready | null>(null);
  /** The experiment at the beginning of the open step. */
  #begun: Experiment;
  #tries: Tries = NO_TRIES;
  /** The experiment at the last call of `watch`. */
  #watched: Experiment | null = null;
  #loading: Promise<Entry[]> | undefined;
  #own = $state.raw<readonly Entry[]>([]);
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#begun = store.document.experiment;
    // Another tab has stored progress, or everything stored was deleted.
    addEventListener("storage", ({ key }) => {
      if (key !== KEY && key !== null) return;
      const progress = progressOf(readStored(KEY));
      // The open step stays open.
      this.#progress = this.#open === null ? progress : withPlace(progress, this.#open.file, this.at);
    });
  }

  /** The lessons. They are fetched once; `again` fetches them anew. */
  entries(again = false): Promise<Entry[]> {
    if (again || this.#loading === undefined) this.#loading = library();
    return this.#loading;
  }

  /** Lessons of a person's own files, as long as the page is open. */
  get own(): readonly Entry[] {
    return this.#own;
  }

  /** Opens what was asked for; what cannot be read is said in the list. */
  async openAsked(asked: AskedLesson): Promise<void> {
    const entry =
      "file" in asked ? await this.#siteEntry(asked.file) : await ownEntry(asked.name, new Blob([asked.text]));
    this.#openEntry(entry, asked.begins);
  }

  /** Opens a person's own file. */
  async openOwn(file: File): Promise<void> {
    this.#openEntry(await ownEntry(file.name, file), true);
  }

  /** An own lesson takes the place of an earlier one of its name. */
  #openEntry(entry: Entry, begins: boolean): void {
    const isListed = !entry.file.startsWith("own/");
    if (!isListed) this.#own = [...this.#own.filter((other) => other.file !== entry.file), entry];
    if (!("lesson" in entry)) this.leave();
    else if (begins) this.enter(entry);
    else this.#resume(entry);
  }

  async #siteEntry(file: string): Promise<Entry> {
    const entries = await this.entries().catch((): Entry[] => []);
    return entries.find((entry) => entry.file === file) ?? missingEntry(file);
  }

  get open(): Ready | null {
    return this.#open;
  }
  /** The index of the open step. */
  get at(): number {
    return Math.min(this.#here.at, (this.#open?.lesson.steps.length ?? 1) - 1);
  }
  get step(): Step | null {
    return this.#open?.lesson.steps[this.at] ?? null;
  }
  /** The learner's guess and result in the open step. */
  get reached(): StepProgress {
    return stepOf(this.#here, this.at);
  }

  reachedIn(step: number): StepProgress {
    return stepOf(this.#here, step);
  }

  mark({ file, lesson }: Ready): Mark {
    return markOf(lessonIn(this.#progress, file), lesson.steps.length);
  }

  /** Opens a lesson at the step where it was left, and loads its experiment. */
  enter(entry: Ready): void {
    this.#resume(entry);
    this.begin();
  }

  /** Opens a lesson with the present experiment. */
  #resume(entry: Ready): void {
    this.#open = entry;
    this.#store.looking.lesson = entry.own ?? entry.file;
    this.#noteBegun();
  }

  /** Returns to the list. The experiment stays as it is. */
  leave(): void {
    this.#open = null;
    this.#store.looking.lesson = null;
  }

  /**
   * Goes to a step. The next step continues with the present run, unless it has its own start, or the present run has reached
   * its goal already.
   */
  go(step: number): void {
    if (step === this.at) return;
    const forward = step === this.at + 1 && this.#open?.lesson.steps[step]?.start === null;
    this.#keep({ ...this.#here, at: step });
    this.#noteBegun();
    if (!forward || this.#holds()) this.begin();
    else this.#setStage();
  }

  /** Loads the open step's experiment, as a change that can be undone. */
  begin(): void {
    const beginning = this.#open?.beginnings[this.at];
    if (beginning === undefined) return;
    this.#store.run.pause();
    this.#store.looking.selected = null;
    this.#store.document.replace(beginning.experiment, "lesson");
    this.#store.run.setSpeed(beginning.speed);
    this.#setStage();
    this.#noteBegun();
  }

  /** Clears the progress in the open lesson. */
  startOver(): void {
    this.#keep(NOT_BEGUN);
    this.begin();
  }

  guess(choice: number): void {
    this.#keep(withStep(this.#here, this.at, { guess: choice }));
  }

  /** Checks the goal against the present run. When it is reached the run pauses, so that its numbers can be read. */
  watch(now: number): void {
    const { experiment } = this.#store.document;
    const { frame } = this.#store.run;
    const { step } = this;
    if (step === null) return;
    this.#tries = counted(this.#tries, frame, experiment !== this.#watched, now);
    this.#watched = experiment;
    if (this.reached.readings !== null || !this.#holds()) return;
    this.#store.run.pause();
    const texts = [step.explain.zh, step.explain.en];
    const readings = readingsOf(texts, { experiment, frame, tries: this.#tries.count });
    this.#keep(withStep(this.#here, this.at, { readings }));
    const goal: Goal = { lesson: this.#open?.file ?? "", step: this.at };
    dispatchEvent(new CustomEvent("sanhao-goal", { detail: goal }));
  }

  /** Whether the open step's goal holds now. */
  #holds(): boolean {
    const { experiment } = this.#store.document;
    const { frame, diagnosis, rates } = this.#store.run;
    const { step } = this;
    const attempt = { experiment, frame, diagnosis, rateChanged: rates.length > 0, begun: this.#begun };
    return step !== null && isReached(step.goal.when, attempt);
  }

  /** Brings the open step's pictures to the stage. Only its opening does: what a person brings there afterwards stays. */
  #setStage(): void {
    const { document, looking } = this.#store;
    const stage = this.step?.stage ?? [];
    if (stage.length > 0) looking.stage.set(document.case, stage);
  }

  get #here(): LessonProgress {
    return lessonIn(this.#progress, this.#open?.file ?? "");
  }

  #noteBegun(): void {
    this.#begun = this.#store.document.experiment;
    this.#tries = NO_TRIES;
  }

  #keep(here: LessonProgress): void {
    if (this.#open === null) return;
    // Another tab may have stored other lessons a moment ago. What could not be stored is newer than what is stored.
    const stored = this.#isStored ? progressOf(readStored(KEY)) : {};
    this.#progress = { ...this.#progress, ...stored, [this.#open.file]: here };
    // Without local storage the lessons work, but progress is lost on leaving the page.
    this.#isStored = writeStored(KEY, textOf(this.#progress));
  }
}

const courses = new WeakMap<Store, Course>();

/** The one course of a page. */
export function courseOf(store: Store): Course {
  const course = courses.get(store) ?? new Course(store);
  courses.set(store, course);
  return course;
}
