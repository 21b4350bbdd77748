/** What a person looks at, as a link, a file and a reload carry it beside the experiment: only what differs from the start. */
import { setLanguage } from "../i18n/i18n.svelte";
import { choiceFor } from "../state/choice";
import { NOTHING_FIXED } from "../state/fixed";
import type { LogarithmicAxes } from "../state/looking.svelte";
import { type Difference, FIRST_RACE, type LaneValue } from "../state/race-choice";
import { FIRST_STEP, type StepChoice } from "../state/step-choice";
import type { Store } from "../state/store";
import { type SurfaceDomain, shapeOf, surfaceChoiceFor } from "../state/surface-choice";
import { type FixedView, viewOfFixed } from "./view-fixed";

export const LOSS_AXES = ["losses", "epochs"] as const;

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
