/** English texts of the lessons panel; the texts of the lessons are in their files. */
import type { Mark } from "./progress";
import type { PartName } from "./targets";
import type { Expected } from "./written";

const expected: Record<Expected, string> = {
  object: "a group of fields { … } is expected here",
  list: "a list [ … ] with at least one entry is expected here",
  text: "text is expected here",
  number: "a number is expected here",
  plain: "text, a number, true, false or a range is expected here",
  choice_number: "must be the number of one of the choices, counted from 1",
  range: "needs “above” or “below”",
  path: "no experiment has a field of this name",
  pictures: "one picture, or a list of two different ones, is expected here",
};
const parts: Record<PartName, string> = {
  play: "Play",
  step: "One step",
  reset: "Reset",
  speed: "Speed",
  table: "Table",
  loss_curve: "Loss curve",
  rate: "Learning rate",
  hidden: "Hidden layers",
  output: "Output",
  loss: "Loss function",
  optimizer: "Optimizer",
  scaling: "Scaling",
  batch: "Batch size",
  bias: "Bias",
  sum_to_one: "Sum to one",
  held_out: "Validation fraction",
  start: "Initial weights",
};
const marks: Record<Mark, string> = { new: "not started", begun: "started", done: "done" };

export const lessonsEn = {
  intro: "Guess, try it, see. Every lesson sets up the playground for you, and you can still change everything.",
  count: (done: number, all: number) => `${done} of ${all} done`,
  marks,
  all: "All lessons",
  fold: "Collapse the lesson",
  unfold: "Expand the lesson",
  steps: "Steps of this lesson",
  step: (step: number, count: number) => `Step ${step} of ${count}`,
  stepDone: (step: number) => `Step ${step}, reached`,
  stepOpen: (step: number) => `Step ${step}`,
  predict: "Guess",
  run: "Try it",
  show: (part: string) => `Show me: ${part}`,
  goal: "Goal",
  reached: "Reached",
  explain: "What you saw",
  readOn: "Reached: read on",
  yours: "your guess",
  shown: "what the run shows",
  asGuessed: "Just as you guessed.",
  notAsGuessed: "Not as you guessed: here is something to learn.",
  next: "Next step",
  done: "Lesson done",
  toList: "Choose the next lesson",
  away: "This is not the lesson's table.",
  reload: "Set this step up again",
  startOver: "Start over",
  kept: "Your own table is not lost: undo (Ctrl+Z) brings it back.",
  failed: "The lessons could not be loaded.",
  again: "Try again",
  brokenTitle: "Cannot be read",
  parts,
  fault: {
    whole: "the whole file",
    file: (status: string) => `cannot be fetched${status === "" ? "" : ` (${status})`}`,
    tooLarge: (kilobytes: string, most: string) => `has ${kilobytes} kB, at most ${most} kB are read`,
    json: (message: string) => `is not JSON: ${message}`,
    expected,
    missing: "is missing",
    unknownField: (known: string) => `is not a known field here; known are: ${known}`,
    oneOf: (choices: string) => `is not one of: ${choices}`,
  },
};

export type LessonWords = typeof lessonsEn;
