/** Reads the view that a link, a file or a script brings: what does not fit is left out and named. */
import { type Experiment, quoted } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { PICTURES } from "../pictures";
import { MAX_LAYERS } from "../pictures/network/layers";
import { titleOf } from "../pictures/picture";
import { DIFFERENCES, type Difference, MAX_LANES } from "../state/race-choice";
import { STAGES } from "../state/step-choice";
import { isRecord, isScore } from "./shared";
import { LOSS_AXES, type View } from "./view";
import { FIXED_READERS } from "./view-fixed";
import { type Readers, type Reading, type ViewFault, yesOrNo } from "./view-reading";

/**
 * Reads a view of an experiment. What does not fit is left out, and named among the faults; so is a picture that has nothing
 * to show, unless `empty` pictures are taken too.
 */
export function readView(
  value: unknown,
  experiment: Experiment,
  empty = false,
): { view: View; faults: readonly ViewFault[] } {
  const faults: ViewFault[] = [];
  const note: Reading["note"] = (place, found, rule) => faults.push({ place, value: shown(found), rule });
  if (!isRecord(value)) {
    note("view", value, { kind: "form" });
    return { view: {}, faults };
  }
  const parts = Object.entries(value).map(([name, part]) => {
    if (Object.hasOwn(READERS, name)) return [name, READERS[name as keyof View](part, { experiment, empty, note })];
    note(`view.${name.slice(0, 40)}`, part, { kind: "field" });
    return [name, undefined];
  });
  return { view: Object.fromEntries(parts.filter(([, part]) => part !== undefined)), faults };
}

const READERS: Readers<View> = {
  stage(value, { experiment, empty, note }) {
    const stage: string[] = [];
    for (const [index, name] of list(value, 1, "view.stage", note).entries()) {
      const place = `view.stage[${index}]`;
      const picture = PICTURES.find((one) => one.name === name);
      const reason = empty ? null : (picture?.empty?.(experiment)?.reason ?? null);
      if (picture === undefined) note(place, name, { kind: "picture" });
      else if (stage.includes(picture.name)) note(place, name, { kind: "twice" });
      else if (reason !== null) note(place, name, { kind: "empty", title: titleOf(picture, experiment), reason });
      else stage.push(picture.name);
    }
    return stage.length > 0 ? stage : undefined;
  },

  axes(value, { experiment, note }) {
    const { subjects } = experiment.table;
    const names = list(value, 2, "view.axes", note);
    const [x, y] = names;
    for (const [index, name] of names.entries()) {
      if (!subjects.some((subject) => subject === name)) note(`view.axes[${index}]`, name, { kind: "subject" });
    }
    if (typeof x !== "string" || typeof y !== "string" || !subjects.includes(x) || !subjects.includes(y)) return;
    if (x !== y || subjects.length === 1) return [x, y];
    note("view.axes[1]", y, { kind: "twice" });
  },

  held(value, { experiment, note }) {
    if (!isRecord(value)) return void note("view.held", value, { kind: "form" });
    const scores = Object.entries(value).filter(([name, score]) => {
      const place = `view.held.${name.slice(0, 40)}`;
      if (!experiment.table.subjects.includes(name)) note(place, score, { kind: "subject" });
      else if (isScore(score)) return true;
      else note(place, score, { kind: "score" });
      return false;
    });
    return Object.fromEntries(scores) as Record<string, number>;
  },

  surface(value, { experiment, note }) {
    if (!isRecord(value)) return void note("view.surface", value, { kind: "form" });
    const count = parameterCount(experiment);
    const parameters = list(value.parameters, 2, "view.surface.parameters", note);
    const isParameter = (index: unknown): index is number =>
      Number.isInteger(index) && Number(index) >= 0 && Number(index) < count;
    for (const [at, index] of parameters.entries()) {
      if (!isParameter(index)) note(`view.surface.parameters[${at}]`, index, { kind: "parameter" });
    }
    const [a, b] = parameters;
    if (!isParameter(a) || !isParameter(b)) return;
    if (value.x === undefined && value.y === undefined) return { parameters: [a, b] };
    const rangeOf = (axis: "x" | "y", parameter: number) => {
      const range = value[axis];
      if (isRange(range, limitsOf(experiment, parameter))) return range;
      note(`view.surface.${axis}`, range, { kind: "range" });
    };
    const [x, y] = [rangeOf("x", a), rangeOf("y", b)];
    return { parameters: [a, b], ...(x && y && { x, y }) };
  },

  student(value, { experiment, note }) {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < experiment.table.students.length)
      return Number(value);
    note("view.student", value, { kind: "student" });
  },

  class(value, { experiment, note }) {
    if (experiment.table.classes.some((name) => name === value)) return value as string;
    note("view.class", value, { kind: "choice" });
  },

  flat: (value, { note }) => yesOrNo(value, "view.flat", note),
  near: (value, { note }) => yesOrNo(value, "view.near", note),

  logarithmic(value, { note }) {
    return list(value, 0, "view.logarithmic", note).flatMap((name, index) => {
      const axis = LOSS_AXES.find((one) => one === name);
      if (axis === undefined) note(`view.logarithmic[${index}]`, name, { kind: "choice" });
      return axis ?? [];
    });
  },

  step(value, { experiment, note }) {
    if (!isRecord(value)) return void note("view.step", value, { kind: "form" });
    const stage = STAGES.find((one) => one === value.stage);
    if (stage === undefined) note("view.step.stage", value.stage, { kind: "choice" });
    const units = unitsOf(experiment);
    const inputs = [experiment.table.subjects.length, ...units];
    const numberOf = (part: "layer" | "unit" | "from", least: number, count = 0): number | undefined => {
      const number = value[part];
      if (Number.isInteger(number) && Number(number) >= least && Number(number) < count) return Number(number);
      note(`view.step.${part}`, number, { kind: "parameter" });
    };
    const layer = numberOf("layer", 0, units.length);
    if (layer === undefined) return;
    const unit = numberOf("unit", 0, units[layer]);
    const from = numberOf("from", experiment.model.bias ? -1 : 0, inputs[layer]);
    if (stage !== undefined && unit !== undefined && from !== undefined) return { stage, layer, unit, from };
  },

  race(value, { note }) {
    if (!isRecord(value)) return void note("view.race", value, { kind: "form" });
    const by = DIFFERENCES.find((one) => one === value.by);
    if (by === undefined) return void note("view.race.by", value.by, { kind: "choice" });
    const { values } = value;
    if (values === undefined) return { by };
    if (Array.isArray(values) && values.length > 0 && values.length <= MAX_LANES) {
      const wrong = values.findIndex((one) => !isLaneValue(by, one));
      if (wrong < 0) return { by, values };
      note(`view.race.values[${wrong}]`, values[wrong], { kind: "form" });
    } else note("view.race.values", values, { kind: "form" });
  },

  present: (value, { note }) => yesOrNo(value, "view.present", note),

  ...FIXED_READERS,
};

/** Whether a value is of the kind that a setting has; what else is wrong with it the race says. */
function isLaneValue(by: Difference, value: unknown): boolean {
  if (by === "optimizer") return Object.hasOwn(m.options.optimizers, String(value));
  if (by === "scaling") return Object.hasOwn(m.options.scalings, String(value));
  if (by === "depth") return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_LAYERS;
  return Number.isFinite(value) || (by === "batch_size" && value === null);
}

/** A list of up to two values, and at least so many. */
function list(value: unknown, least: number, place: string, note: Reading["note"]): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= 2) return value;
  note(place, value, { kind: "form" });
  return [];
}

/** The units of each layer; the last one is the output. */
function unitsOf({ table, model }: Experiment): number[] {
  const classes = table.classes.length;
  const outputs = classes === 0 || (classes === 2 && model.output !== "softmax") ? 1 : classes;
  return [...model.hidden.map(({ units }) => units), outputs];
}

/** The number of a network's parameters. */
export function parameterCount(experiment: Experiment): number {
  const { table, model } = experiment;
  let inputs = table.subjects.length;
  let count = 0;
  for (const units of unitsOf(experiment)) {
    count += units * (inputs + (model.bias ? 1 : 0));
    inputs = units;
  }
  return count;
}

/** Where a parameter may lie: where weights sum to one, between 0 and 1. */
function limitsOf(experiment: Experiment, parameter: number): readonly [number, number] {
  const { table, model } = experiment;
  const [units = 1] = unitsOf(experiment);
  const isShare = model.weights === "sum_to_one" && parameter < table.subjects.length * units;
  return isShare ? [0, 1] : [-1e6, 1e6];
}

/** A part of an axis that is wide enough to be told apart in 32 bits. */
function isRange(value: unknown, [least, most]: readonly [number, number]): value is readonly [number, number] {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isFinite)) return false;
  const [low, high] = value;
  return low >= least && high <= most && high - low >= 1e-4;
}

/** A value in a sentence. A list or an object may be huge. */
function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.length > 0 ? "…" : ""}]`;
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
