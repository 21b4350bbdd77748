/** Why a value is refused, in English. */
import { formatNumber } from "../ui/format";
import type { QuantityWords, RuleSentences } from "./options";

const quantities = {
  students: "students",
  labelled_students: "students to train on (included and with a target)",
  subjects: "subjects",
  classes: "classes",
  columns: "columns",
  layers: "layers",
  weights: "weights",
  biases: "biases",
  scores: "scores",
  multiplications: "multiplications to evaluate all students",
  letters: "letters",
  runs: "runs of this size at once",
  axes: "settings that differ",
} satisfies QuantityWords;

const rulesEn = {
  number: (value) => `${value} is not a number`,
  whole: (value) => `${value} is not a whole number (0, 1, 2, …)`,
  locked: () => "locked by whoever prepared this page",
  finite: (value) => `${value} is not a finite number`,
  positive: (value) => `${value} is not a positive number`,
  between: (value, { low, high }) => `${value} is not between ${formatNumber(low)} and ${formatNumber(high)}`,
  at_least: (value, { low, what }) => `${value} ${quantities[what]}, at least ${low} needed`,
  at_most: (value, { high, what }) => `${value} ${quantities[what]}, at most ${high} allowed`,
  unique: (value) => `${value} is used twice`,
  not_empty: () => "this is empty",
  known_class: (value) => `${value} is not one of the classes`,
  length: (value, { expected, what }) => `${value} ${quantities[what]}, ${expected} expected`,
  ragged: (value, { expected }) => `${value} cells, where the header has ${expected}`,
  header: (value) => `${value} is a number, but the first row must name the columns`,
  utf8: () => "this is not UTF-8 text; save the table as “CSV UTF-8” and open it again",
  classes_for_loss: (value) => `${value} needs classes, and this table's targets are numbers`,
  classes_for_softmax: (value) => `${value} needs classes, and this table's targets are numbers`,
  softmax_for_loss: (value) => `${value} needs the output Softmax where there are more than two classes`,
  probabilities_for_loss: (value) => `${value} needs probabilities: an output of Sigmoid or Softmax`,
  malformed: (_, { message }) => `cannot be read: ${message}`,
} satisfies RuleSentences;

/** The whole message: where, which value, why, and what stays unchanged. */
export const refusalEn = {
  close: "Close",
  field: (field: string) => `${field}: `,
  cell: (row: number, column: string) => `Row ${row}, column “${column}”: `,
  row: (row: number) => `Row ${row}: `,
  column: (column: string) => `Column “${column}”: `,
  file: "File: ",
  score: (student: string, subject: string) => `${student}, ${subject}: `,
  parameter: "Weight or bias: ",
  units: (layer: number) => `Hidden layer ${layer}, neurons: `,
  lane: (lane: number) => `Lane ${lane}: `,
  kept: "The old value is kept.",
  keptTable: "The table is unchanged.",
  keptAll: "The experiment on the page is unchanged.",
  takenElse: "The experiment and everything else are open.",
  sentence: (place: string, reason: string, kept: string) => `${place}${reason}. ${kept}`,
  rules: rulesEn as RuleSentences,
};

export type RefusalMessages = typeof refusalEn;
