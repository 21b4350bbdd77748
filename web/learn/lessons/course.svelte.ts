/** The lesson that is open, step by step, and what has been reached. It outlives the panel, which may be closed. */
import type { Experiment } from "../../engine/engine";
import { keep, readKept } from "../../state/kept";
import type { Store } from "../../state/store";
import { isReached } from "./goal";
import type { Step } from "./lesson";
import { type Entry, library, type Ready } from "./library";
import {
  type LessonProgress,
  type Mark,
  markOf,
  NOT_BEGUN,
  type Progress,
  progressOf,
  type StepProgress,
  stepOf,
  textOf,
  withStep,
} from "./progress";
import { readingsOf } from "./readings";
import { counted, NO_TRIES, type Tries } from "./tries";

const KEY = "sanhao.lessons";

export class Course {
  #progress = $state.raw<Progress>(progressOf(readKept(KEY)));
  #open = $state.raw<Ready | null>(null);
  /** The experiment that the open step began with. */
  #begun: Experiment;
  #tries: Tries = NO_TRIES;
  /** The experiment that was looked at last. */
  #watched: Experiment | null = null;
  #loading: Promise<Entry[]> | undefined;
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#begun = store.document.experiment;
  }

  /** The lessons, fetched once; `again` fetches them anew. */
  entries(again = false): Promise<Entry[]> {
    if (again || this.#loading === undefined) this.#loading = library();
    return this.#loading;
  }

  get open(): Ready | null {
    return this.#open;
  }
  /** The open step's index. */
  get at(): number {
    return Math.min(this.#here.at, (this.#open?.lesson.steps.length ?? 1) - 1);
  }
  get step(): Step | null {
    return this.#open?.lesson.steps[this.at] ?? null;
  }
  /** What the learner guessed and reached in the open step. */
  get reached(): StepProgress {
    return stepOf(this.#here, this.at);
  }

  reachedIn(step: number): StepProgress {
    return stepOf(this.#here, step);
  }

  mark({ file, lesson }: Ready): Mark {
    return markOf(this.#progress[file] ?? NOT_BEGUN, lesson.steps.length);
  }

  /** Opens a lesson where it was left, at first at its beginning, and loads its experiment. */
  enter(entry: Ready): void {
    this.#open = entry;
    this.begin();
  }

  /** Back to the list. The playground stays as it is. */
  leave(): void {
    this.#open = null;
  }

  /**
   * Goes to a step. The next one goes on with what is there, unless it has a start of its own, or its goal is reached by
   * what is there already: then there would be nothing left to find out.
   */
  go(step: number): void {
    if (step === this.at) return;
    const forward = step === this.at + 1 && this.#open?.lesson.steps[step]?.start === null;
    this.#keep({ ...this.#here, at: step });
    this.#noteBegun();
    if (!forward || this.#holds()) this.begin();
  }

  /** Loads the open step's experiment. What was there can be taken back. */
  begin(): void {
    const beginning = this.#open?.beginnings[this.at];
    if (beginning === undefined) return;
    this.#store.run.pause();
    this.#store.looking.selected = null;
    this.#store.document.replace(beginning.experiment, "lesson");
    this.#store.run.setSpeed(beginning.speed);
    this.#noteBegun();
  }

  /** Forgets what was reached in the open lesson. */
  startOver(): void {
    this.#keep(NOT_BEGUN);
    this.begin();
  }

  guess(choice: number): void {
    this.#keep(withStep(this.#here, this.at, { guess: choice }));
  }

  /** Looks at what the page shows now. At its goal the run pauses, so that its numbers can be read. */
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
  }

  /** Whether the open step's goal holds now. */
  #holds(): boolean {
    const { experiment } = this.#store.document;
    const { frame, diagnosis, rates } = this.#store.run;
    const { step } = this;
    const attempt = { experiment, frame, diagnosis, rateChanged: rates.length > 0, begun: this.#begun };
    return step !== null && isReached(step.goal.when, attempt);
  }

  get #here(): LessonProgress {
    return this.#progress[this.#open?.file ?? ""] ?? NOT_BEGUN;
  }

  #noteBegun(): void {
    this.#begun = this.#store.document.experiment;
    this.#tries = NO_TRIES;
  }

  #keep(here: LessonProgress): void {
    if (this.#open === null) return;
    this.#progress = { ...this.#progress, [this.#open.file]: here };
    // Where nothing can be kept, lessons work, and begin anew next time.
    keep(KEY, textOf(this.#progress));
  }
}

const courses = new WeakMap<Store, Course>();

/** The one course of a page. */
export function courseOf(store: Store): Course {
  const course = courses.get(store) ?? new Course(store);
  courses.set(store, course);
  return course;
}
