/** What a person looks at, as a link, a file and a reload carry it beside the experiment: only what differs from the start. */
import { type Experiment, quoted } from "../engine/engine";
import { m, setLanguage, type Text } from "../i18n/i18n.svelte";
import { PICTURES } from "../pictures";
import { MAX_LAYERS } from "../pictures/network/layers";
import { titleOf } from "../pictures/picture";
import { choiceFor } from "../state/choice";
import { NOTHING_FIXED } from "../state/fixed";
import type { LogarithmicAxes } from "../state/looking.svelte";
import { DIFFERENCES, type Difference, FIRST_RACE, type LaneValue, MAX_LANES } from "../state/race-choice";
import { FIRST_STEP, STAGES, type StepChoice } from "../state/step-choice";
import type { Store } from "../state/store";
import { type SurfaceDomain, shapeOf, surfaceChoiceFor } from "../state/surface-choice";
import { isRecord, isScore } from "./shared";
import { FIXED_READERS, type FixedView, viewOfFixed } from "./view-fixed";

const LOSS_AXES = ["losses", "epochs"] as const;

/** docs/scripting.md explains every field to teachers. */
export interface View extends FixedView {
  /** One picture, or two that are compared, by name. */
  readonly stage?: readonly string[];
  /** The subjects on the horizontal and on the vertical axis. */
  readonly axes?: readonly [string, string];
  /** The scores at which other subjects are held. */
  readonly held?: Readonly<Record<string, number>>;
  /** Two parameters in the core's order, and the part of their plane that was zoomed to. */
  readonly surface?: { readonly parameters: readonly [number, number] } & Partial<SurfaceDomain>;
  /** The selected student, counted from 0. */
  readonly student?: number;
  /** The class whose output is shown where a picture shows one of several. */
  readonly class?: string;
  /** Whether a map shows the answers alone, not how sure the machine is. */
  readonly flat?: boolean;
  /** Whether the S-curve is shown around the pass mark alone. */
  readonly near?: boolean;
  /** The axes of the loss curve that are logarithmic. */
  readonly logarithmic?: readonly (keyof LogarithmicAxes)[];
  /** What a step by hand follows: the stage, the layer and neuron counted from 0, and its input, or −1 for the bias. */
  readonly step?: StepChoice;
  /** The setting in which the runs of a race differ, and its values where they were chosen. */
  readonly race?: { readonly by: Difference; readonly values?: readonly LaneValue[] };
  /** Whether the stage alone is shown, large. */
  readonly present?: boolean;
}

/** Why a part of a view is not shown. */
export type ViewRule =
  | {
      readonly kind:
        | "field"
        | "form"
        | "picture"
        | "twice"
        | "subject"
        | "score"
        | "parameter"
        | "range"
        | "student"
        | "choice"
        | "lock";
    }
  | { readonly kind: "empty"; readonly title: Text; readonly reason: Text };

/** A part of a view that is not shown: its place, such as `view.axes[0]`, and the value there. */
export interface ViewFault {
  readonly place: string;
  readonly value: string;
  readonly rule: ViewRule;
}

export function viewOf({ document, looking, run }: Store): View {
  const { subjects } = document.experiment.table;
  const nameOf = (subject: number): string => subjects[subject] ?? "";
  const stage = looking.stage.chosen(document.case);
  const { x, y, held } = looking.choice;
  const first = choiceFor(subjects, null);
  const scores = Object.entries(held).map(([subject, score]) => [nameOf(Number(subject)), score] as const);
  const { a, b, domain } = surfaceChoiceFor(run.frame.layers, looking.surface);
  const unmoved = surfaceChoiceFor(run.frame.layers, null);
  const output =
    looking.output > 0 && run.frame.outputs > 1 ? document.experiment.table.classes[looking.output] : undefined;
  const axes = LOSS_AXES.filter((axis) => looking.logarithmic[axis]);
  const {
    step,
    race: {
      difference: by,
      values: { [by]: values },
    },
  } = looking;
  return {
    ...(stage !== null && { stage }),
    ...((x !== first.x || y !== first.y) && { axes: [nameOf(x), nameOf(y)] }),
    ...(scores.length > 0 && { held: Object.fromEntries(scores) }),
    ...((a !== unmoved.a || b !== unmoved.b || domain !== null) && {
      surface: { parameters: [a, b], ...rounded(domain) },
    }),
    ...(looking.selected !== null && { student: looking.selected }),
    ...(output !== undefined && { class: output }),
    ...(looking.flat && { flat: true }),
    ...(looking.near && { near: true }),
    ...(axes.length > 0 && { logarithmic: axes }),
    ...((Object.keys(FIRST_STEP) as (keyof StepChoice)[]).some((part) => step[part] !== FIRST_STEP[part]) && { step }),
    ...((by !== FIRST_RACE.difference || values) && { race: { by, ...(values && { values }) } }),
    ...(looking.presenting && { present: true }),
    ...viewOfFixed(looking.fixed),
    ...(looking.lessonsOpen && looking.lesson !== null && { lesson: looking.lesson }),
  };
}

/**
 * Shows a view of the present experiment, as `readView` gives it; what it does not name is as it was at the start. `begins` is
 * whether its lesson begins with an experiment of its own.
 */
export function showView(
  { document, looking, run }: Store,
  {
    stage,
    axes,
    held,
    surface,
    student,
    class: output,
    flat,
    near,
    logarithmic,
    step,
    race,
    present,
    lesson,
    ...fixed
  }: View,
  begins = true,
): void {
  const { subjects } = document.experiment.table;
  looking.fixed = { ...NOTHING_FIXED, ...fixed };
  if (fixed.language) setLanguage(fixed.language);
  if (typeof lesson === "string") looking.ask({ file: lesson, begins });
  else if (lesson) looking.ask({ name: "", text: JSON.stringify(lesson), begins });
  looking.stage.set(document.case, stage ?? null);
  const choice = choiceFor(subjects, null);
  const [x, y] = axes?.map((name) => subjects.indexOf(name)) ?? [];
  const scores = Object.entries(held ?? {}).map(([name, score]) => [subjects.indexOf(name), score]);
  looking.choice = { ...choice, x: x ?? choice.x, y: y ?? choice.y, held: Object.fromEntries(scores) };
  looking.surface =
    surface === undefined
      ? null
      : {
          shape: shapeOf(run.frame.layers),
          a: surface.parameters[0],
          b: surface.parameters[1],
          domain: surface.x && surface.y ? { x: surface.x, y: surface.y } : null,
        };
  looking.selected = student ?? null;
  looking.output = output === undefined ? 0 : document.experiment.table.classes.indexOf(output);
  looking.flat = flat === true;
  looking.near = near === true;
  looking.logarithmic = { epochs: !!logarithmic?.includes("epochs"), losses: !!logarithmic?.includes("losses") };
  looking.step = step ?? FIRST_STEP;
  looking.race = race ? { difference: race.by, values: race.values ? { [race.by]: race.values } : {} } : FIRST_RACE;
  looking.presenting = present === true;
}

/** What one field of a view may need to know, and where it says what is wrong. */
export interface Reading {
  readonly experiment: Experiment;
  /** Whether pictures are taken that have nothing to show. */
  readonly empty: boolean;
  readonly note: (place: string, value: unknown, rule: ViewRule) => void;
}
export type Readers<Part> = {
  readonly [Field in keyof Part]-?: (value: unknown, reading: Reading) => Part[Field] | undefined;
};

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
      const reason = empty ? null : (picture?.emptyReason?.(experiment) ?? null);
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

function yesOrNo(value: unknown, place: string, note: Reading["note"]): boolean | undefined {
  if (typeof value === "boolean") return value;
  note(place, value, { kind: "form" });
}

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

/** With as many digits as its width needs, so that a link stays short. */
function rounded(domain: SurfaceDomain | null): Partial<SurfaceDomain> {
  if (domain === null) return {};
  const digits = ([low, high]: SurfaceDomain["x"]): SurfaceDomain["x"] => {
    const unit = 10 ** (Math.floor(Math.log10(high - low)) - 3);
    return [
      Number((Math.round(low / unit) * unit).toPrecision(12)),
      Number((Math.round(high / unit) * unit).toPrecision(12)),
    ];
  };
  return { x: digits(domain.x), y: digits(domain.y) };
}

/** A value in a sentence. A list or an object may be huge. */
function shown(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.length > 0 ? "…" : ""}]`;
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
