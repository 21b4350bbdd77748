/** Readings: numbers of the run in an explanation, such as `{loss}`, `{weight 1}`, `{prediction 学生 7}`. */
import type { Experiment, Frame } from "../../engine/engine";
import { predictionFor } from "../../engine/prediction";
import { formatCount, formatFixed, formatLoss, formatNumber, formatPercent } from "../../ui/format";

/** A number or the name of a class; null if missing. */
export type Reading = number | string | null;
export type Readings = Readonly<Record<string, Reading>>;

/** The values from which readings are taken. */
export interface Moment {
  readonly experiment: Experiment;
  readonly frame: Frame;
  /** The number of times the learner has set weights by hand. */
  readonly tries: number;
}

interface Kind {
  read: (moment: Moment, argument: string) => Reading;
  show: (value: number) => string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  loss: { read: ({ frame }) => frame.loss, show: formatLoss },
  heldOutLoss: { read: ({ frame }) => frame.heldOutLoss, show: formatLoss },
  accuracy: { read: ({ frame }) => frame.accuracy, show: formatPercent },
  heldOutAccuracy: { read: ({ frame }) => frame.heldOutAccuracy, show: formatPercent },
  threshold: { read: ({ frame }) => frame.threshold, show: (value) => formatFixed(value, 1) },
  updates: { read: ({ frame }) => frame.updates, show: formatCount },
  epoch: { read: ({ frame }) => frame.epoch, show: formatCount },
  rate: { read: ({ experiment }) => experiment.training.learning_rate, show: formatNumber },
  tries: { read: ({ tries }) => tries, show: formatCount },
  /** The first unit's weight of a subject, which is counted from 1. */
  weight: {
    read: ({ frame }, argument) => frame.layers[0]?.weights[Number(argument) - 1] ?? null,
    show: (value) => formatFixed(value, 5),
  },
  bias: { read: ({ frame }) => frame.layers[0]?.biases[0] ?? null, show: (value) => formatFixed(value, 3) },
  prediction: { read: predictionOf, show: (value) => formatFixed(value, 2) },
};

/** The readings as listed in the error message for an unknown one. */
export const READING_NAMES = Object.keys(KINDS).map((name) => {
  if (name === "weight") return "weight 1";
  return name === "prediction" ? "prediction NAME" : name;
});

export function readingKind(placeholder: string): Kind | null {
  const [name = ""] = placeholder.split(" ");
  return Object.hasOwn(KINDS, name) ? (KINDS[name] ?? null) : null;
}

/** The names in braces. */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** Takes the readings that texts refer to. */
export function readingsOf(texts: readonly string[], moment: Moment): Readings {
  const names = texts.flatMap(placeholdersOf);
  const read = (name: string): Reading => readingKind(name)?.read(moment, name.slice(name.indexOf(" ") + 1)) ?? null;
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** Replaces the names in braces by their readings; `local` translates the name of a class. */
export function filled(text: string, readings: Readings, local: (name: string) => string): string {
  return text.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const reading = readings[name] ?? Number.NaN;
    return typeof reading === "string" ? local(reading) : (readingKind(name)?.show(reading) ?? "–");
  });
}

function predictionOf({ experiment, frame }: Moment, name: string): Reading {
  const row = experiment.table.students.findIndex((student) => student.name === name);
  if (row < 0) return null;
  const prediction = predictionFor(experiment, frame, row);
  if (prediction.kind === "none") return null;
  return prediction.kind === "class" ? prediction.name : prediction.value;
}
