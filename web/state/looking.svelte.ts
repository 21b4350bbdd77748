/** What a person looks at. None of it is part of the experiment, and none of it can be undone. */
import type { Experiment } from "../engine/engine";
import { type Choice, choiceFor } from "./choice";
import { type Fixed, isShown, NOTHING_FIXED } from "./fixed";
import { FIRST_RACE, type RaceChoice } from "./race-choice";
import type { SheetState } from "./sheet";
import { Stage } from "./stage.svelte";
import { FIRST_STEP, type StepChoice } from "./step-choice";
import type { SurfaceChoice } from "./surface-choice";

export interface LogarithmicAxes {
  readonly epochs: boolean;
  readonly losses: boolean;
}

/** What the sheet of a narrow window shows. */
export type Panel = "lessons" | "data" | "model";

/** A lesson on paper, in the language of the page. */
export interface Worksheet {
  readonly title: string;
  readonly steps: readonly { readonly question: string; readonly choices: readonly string[]; readonly task: string }[];
}

/** A lesson that is to be opened: a file of the page, or a text from elsewhere, whose file may have a name. */
export type AskedLesson = ({ readonly file: string } | { readonly name: string; readonly text: string }) & {
  /** Whether its own experiment is loaded; after a reload the present one goes on. */
  readonly begins: boolean;
};

export class Looking {
  readonly #experiment: () => Experiment;
  #choice = $state.raw<Choice | null>(null);
  /** The selected student's row in the table; every picture shows it. */
  selected = $state<number | null>(null);
  /** The row under the pointer or with the focus, in whichever picture. */
  pointed = $state<number | null>(null);
  #unlabelledOnly = $state(false);
  lessonsOpen = $state(false);
  /** What the lessons' column is to open. */
  asked = $state.raw<AskedLesson | null>(null);
  /** The open lesson as a view says it: a file of the page, or what a file from elsewhere holds. */
  lesson: string | object | null = null;
  /** What is printed of the open lesson. */
  worksheet = $state.raw<Worksheet | null>(null);
  /** Whether a sheet is being made to be printed. */
  printing = $state(false);
  /** Whether the stage alone is shown, large, for a projector. */
  presenting = $state(false);
  /** How far the sheet with data, model and lessons is open in a narrow window. */
  sheet = $state<SheetState>("peek");
  /** Whether the whole table and the model are shown in place of the open lesson. */
  controlsShown = $state(false);
  #controls = $state<"data" | "model">("data");
  /** What whoever made the link has fixed. */
  fixed = $state.raw<Fixed>(NOTHING_FIXED);
  readonly stage = new Stage(() => this.fixed.pictures);
  /** What the loss surface was last asked to show. */
  surface = $state.raw<SurfaceChoice | null>(null);
  /** The output that is shown where a picture shows one of several. */
  output = $state(0);
  /** Whether a map shows the answers alone, not how sure the machine is. */
  flat = $state(false);
  /** Whether the S-curve is shown around the pass mark alone. */
  near = $state(false);
  /** The axes of the loss curve that are logarithmic. */
  logarithmic = $state.raw<LogarithmicAxes>({ epochs: false, losses: false });
  step = $state.raw<StepChoice>(FIRST_STEP);
  race = $state.raw<RaceChoice>(FIRST_RACE);

  /** `experiment` returns the present experiment. */
  constructor(experiment: () => Experiment) {
    this.#experiment = experiment;
  }

  /** The subjects on the axes of every picture of score space, and the scores at which the others are held. */
  get choice(): Choice {
    return choiceFor(this.#experiment().table.subjects, this.#choice);
  }
  set choice(choice: Choice) {
    this.#choice = choice;
  }

  /** Opens a lesson in the column. */
  ask(lesson: AskedLesson): void {
    this.asked = lesson;
    this.lessonsOpen = true;
    this.controlsShown = false;
    this.sheet = "half";
  }

  /** What the sheet shows: an open lesson, or one part of what is beside it in a wide window. */
  get panel(): Panel {
    if (this.lessonsOpen && !this.controlsShown) return "lessons";
    const other = this.#controls === "data" ? "model" : "data";
    return isShown(this.fixed, this.#controls) || !isShown(this.fixed, other) ? this.#controls : other;
  }
  set panel(panel: Panel) {
    this.controlsShown = panel !== "lessons";
    if (panel !== "lessons") this.#controls = panel;
  }

  /** Whether the table and the pictures of students show only those to be predicted, as long as there are some. */
  get unlabelledOnly(): boolean {
    return this.#unlabelledOnly && this.#experiment().table.students.some(({ target }) => target === null);
  }
  set unlabelledOnly(only: boolean) {
    this.#unlabelledOnly = only;
  }

  /** Drops rows that a new table may not have. */
  tableReplaced(students: number): void {
    if (this.selected !== null && this.selected >= students) this.selected = null;
    this.pointed = null;
  }
}
