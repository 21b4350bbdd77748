/** What a link says of the stage, and what of it an experiment takes, with the real core. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, parametersOf, presetOf } from "../engine/engine";
import { language, setLanguage } from "../i18n/i18n.svelte";
import { CASES } from "../state/cases";
import { withAxis, withHeld } from "../state/choice";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { surfaceChoiceFor } from "../state/surface-choice";
import { openFragment, openText } from "./open";
import { parameterCount, readView } from "./read-view";
import { textOfShared } from "./shared";
import { showView, viewOf } from "./view";

beforeAll(startTestCore);

const LINKS = import.meta.glob<string>("./links/*", { query: "?raw", import: "default", eager: true });

/** The text of an experiment with anything in the place of its view. */
const textWith = (experiment: Experiment, view: unknown): string => textOfShared({ experiment, rule: null, view });

function faultsOf(view: unknown, experiment = presetOf("award")): string[] {
  return readView(view, experiment).faults.map(({ place, value, rule }) => `${place}: ${value} ${rule.kind}`);
}

describe("a link of each version is opened for ever", () => {
  it.each(Object.entries(LINKS))("%s", async (file, link) => {
    const store = new Store(presetOf("award"));
    expect(await openFragment(store, link.trim())).toBe(true);
    expect(store.problems.current).toBeNull();
    const { experiment, rule } = store.document;
    expect(experiment.scaling).toBe("divide_by_100");
    expect(experiment.training).toMatchObject({ learning_rate: 0.0123, test_fraction: 0.5 });
    expect(rule?.weights).toEqual([0.6, 0.3, 0.1]);
    if (!file.endsWith("view.txt")) return;
    expect(store.looking.stage.shown("weights")).toEqual(["surface", "boundary"]);
    expect(store.looking.choice).toMatchObject({ x: 2, y: 0, held: { 1: 77 } });
    expect(store.looking.surface).toMatchObject({ a: 2, b: 1, domain: { x: [-1, 1.5], y: [0, 0.5] } });
    expect(store.looking.selected).toBe(1);
    if (!file.includes("locks")) return;
    expect(rule?.kept).toBe(true);
    const { locked, panels, pictures, secret } = store.looking.fixed;
    expect([locked, panels]).toEqual([
      ["table", "training.learning_rate"],
      ["data", "loss"],
    ]);
    expect([pictures, secret, language()]).toEqual([["surface", "boundary"], true, "en"]);
    setLanguage("zh");
  });

  it("there is one of each", () => expect(Object.keys(LINKS)).toHaveLength(4));
});

it("what is fixed is read and said again, and what cannot be locked or shown is named", () => {
  const store = new Store(presetOf("award"));
  const view = {
    locked: ["cases", "table", "model.hidden"],
    panels: ["data", "rate"],
    pictures: ["boundary", "metrics"],
    lessons: ["01-weights.json"],
    secret: true,
    language: "zh",
  } as const;
  const read = readView(view, store.document.experiment);
  expect(read).toEqual({ view, faults: [] });
  showView(store, read.view);
  expect(viewOf(store)).toEqual(view);
  showView(store, {});
  expect(viewOf(store)).toEqual({});
  expect(faultsOf({ locked: ["table", "luck"], panels: ["kitchen"], pictures: ["nothing"], language: "fr" })).toEqual([
    'view.locked[1]: "luck" lock',
    'view.panels[0]: "kitchen" choice',
    'view.pictures[0]: "nothing" picture',
    'view.language: "fr" choice',
  ]);
  expect(faultsOf({ locked: "table", lessons: [1], secret: 1, lesson: 7 })).toEqual([
    'view.locked: "table" form',
    "view.lessons: […] form",
    "view.secret: 1 form",
    "view.lesson: 7 form",
  ]);
});

it("nothing is said of a view that is as it was at the start", () => {
  for (const preset of CASES) expect(viewOf(new Store(presetOf(preset)))).toEqual({});
});

it.each(CASES)("what is looked at in case %s is shown again", (preset) => {
  const store = new Store(presetOf(preset));
  const { looking, run, document } = store;
  looking.stage.show(preset, "metrics");
  looking.stage.compare(preset, "surface");
  const { subjects } = document.experiment.table;
  looking.choice = withHeld(withAxis(looking.choice, "x", subjects.length - 1), 0, 61.5);
  const domain = { x: [-0.123456789, 0.5], y: [0.25, 0.75] } as const;
  looking.surface = { ...surfaceChoiceFor(run.frame.layers, null), a: 1, b: 0, domain };
  looking.selected = 1;
  looking.output = run.frame.outputs - 1;
  looking.flat = true;
  looking.near = true;
  looking.logarithmic = { epochs: true, losses: false };
  const last = run.frame.layers.length - 1;
  looking.step = { stage: "gradient", layer: last, unit: looking.output, from: -1 };
  if (!document.experiment.model.bias) looking.step = { ...looking.step, from: 1 };
  looking.race = { difference: "batch_size", values: { batch_size: [1, 7, null] } };
  looking.presenting = true;
  const text = textWith(document.experiment, viewOf(store));

  const other = new Store(presetOf("weights"));
  expect(openText(other, text, "link")).toBe(true);
  expect(other.problems.current).toBeNull();
  expect(viewOf(other)).toEqual(viewOf(store));
  expect(other.looking.choice).toEqual(looking.choice);
  // The range has as many digits as its width needs.
  expect(other.looking.surface?.domain?.x[0]).toBeCloseTo(-0.123456789, 4);
  expect(other.looking.stage.shown(preset)).toEqual(["metrics", "surface"]);
  for (const part of ["output", "flat", "near", "logarithmic", "step", "race"] as const) {
    expect(other.looking[part]).toEqual(looking[part]);
  }
  // A link that says nothing of it puts everything back.
  openText(other, textWith(document.experiment, {}), "link");
  expect(viewOf(other)).toEqual({});
  expect(looking.stage.shown(preset)).toHaveLength(2);
});

it("a text without a view leaves the stage as it is", () => {
  const store = new Store(presetOf("award"));
  store.looking.stage.show("award", "metrics");
  openText(store, JSON.stringify(presetOf("award")), "file");
  expect(store.looking.stage.shown("award")).toEqual(["metrics"]);
});

describe("what does not fit is left out, and named by its place and value", () => {
  it.each<[view: unknown, ...faults: string[]]>([
    ["boundary", 'view: "boundary" form'],
    [[], "view: [] form"],
    [null, "view: null form"],
    [{ stage: ["boundary", "pie"] }, 'view.stage[1]: "pie" picture'],
    [{ stage: ["metrics", "metrics"] }, 'view.stage[1]: "metrics" twice'],
    [{ stage: [] }, "view.stage: [] form"],
    [{ stage: ["metrics", "curve", "boundary"] }, "view.stage: […] form"],
    [{ stage: [["metrics"]] }, "view.stage[0]: […] picture"],
    [{ stage: ["family"] }, 'view.stage[0]: "family" empty'],
    [{ axes: ["德育", "音乐"] }, 'view.axes[1]: "音乐" subject'],
    [{ axes: ["德育", "德育"] }, 'view.axes[1]: "德育" twice'],
    [{ axes: [0, 1] }, "view.axes[0]: 0 subject", "view.axes[1]: 1 subject"],
    [{ axes: ["德育"] }, "view.axes: […] form"],
    [
      { held: { 音乐: 60, 德育: "60", 智育: 1e7 } },
      "view.held.音乐: 60 subject",
      'view.held.德育: "60" score',
      "view.held.智育: 10000000 score",
    ],
    [{ held: [60] }, "view.held: […] form"],
    [{ surface: { parameters: [0, 99] } }, "view.surface.parameters[1]: 99 parameter"],
    [
      { surface: { parameters: [-1, 0.5] } },
      "view.surface.parameters[0]: -1 parameter",
      "view.surface.parameters[1]: 0.5 parameter",
    ],
    [
      { surface: { parameters: [0, 1], x: [1, 0], y: [0, 1e9] } },
      "view.surface.x: […] range",
      "view.surface.y: […] range",
    ],
    [{ surface: { parameters: [0, 1], x: [0, 1] } }, "view.surface.y: undefined range"],
    [{ surface: null }, "view.surface: null form"],
    [{ student: 80 }, "view.student: 80 student"],
    [{ student: "1" }, 'view.student: "1" student'],
    [{ present: 1 }, "view.present: 1 form"],
    [{ class: "优" }, 'view.class: "优" choice'],
    [{ flat: "yes", near: 0 }, 'view.flat: "yes" form', "view.near: 0 form"],
    [{ logarithmic: ["losses", "steps"] }, 'view.logarithmic[1]: "steps" choice'],
    [
      { step: { stage: "end", layer: 1, unit: 0, from: 0 } },
      'view.step.stage: "end" choice',
      "view.step.layer: 1 parameter",
    ],
    [
      { step: { stage: "data", layer: 0, unit: 1, from: 3 } },
      "view.step.unit: 1 parameter",
      "view.step.from: 3 parameter",
    ],
    [{ race: { by: "seed" } }, 'view.race.by: "seed" choice'],
    [{ race: { by: "depth", values: [0, 1e9] } }, "view.race.values[1]: 1000000000 form"],
    [{ race: { by: "optimizer", values: ["adam", "toString"] } }, 'view.race.values[1]: "toString" form'],
    [{ race: { by: "learning_rate", values: [] } }, "view.race.values: [] form"],
    [{ zoom: 2 }, "view.zoom: 2 field"],
    [JSON.parse('{"__proto__":{"stage":["metrics"]}}'), "view.__proto__: {…} field"],
    [
      JSON.parse('{"held":{"__proto__":60,"constructor":60}}'),
      "view.held.__proto__: 60 subject",
      "view.held.constructor: 60 subject",
    ],
  ])("%j", (view, ...faults) => {
    expect(faultsOf(view)).toEqual(faults);
  });

  it("weights that sum to one are zoomed to between 0 and 1", () => {
    const experiment = presetOf("weights");
    const summed = { ...experiment, model: { ...experiment.model, weights: "sum_to_one" } } as const;
    const view = { surface: { parameters: [0, 1], x: [-0.5, 1], y: [0, 1] } };
    expect(faultsOf(view, experiment)).toEqual([]);
    expect(faultsOf(view, summed)).toEqual(["view.surface.x: […] range"]);
  });

  it("the rest is shown, and the page says what is not", () => {
    const store = new Store(presetOf("weights"));
    const view = { stage: ["pie", "curve"], axes: ["体育", "音乐"], student: 2 };
    expect(openText(store, textWith(presetOf("award"), view), "link")).toBe(true);
    expect(viewOf(store)).toEqual({ stage: ["curve"], student: 2 });
    expect(store.problems.current?.at).toBe("view");
    const said = store.problems.current?.error.message ?? "";
    for (const part of ["view.stage[0]", '"pie"', "view.axes[1]", '"音乐"']) expect(said).toContain(part);
  });

  it("of very many faults the first are said", () => {
    const store = new Store(presetOf("weights"));
    const held = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`s${i}`, i]));
    openText(store, textWith(presetOf("award"), { held }), "link");
    expect(store.problems.current?.error.message.length).toBeLessThan(200);
    expect(store.problems.current?.error.message).toContain("9997");
  });
});

it("a picture that has nothing to show of the experiment gives way to the case's own, in words; after a reload it stays", () => {
  const store = new Store(presetOf("award"));
  const text = textWith(presetOf("weights"), { stage: ["triangle"] });
  openText(store, text, "link");
  expect(store.looking.stage.shown("weights")).toEqual(["perceptron"]);
  expect(store.problems.current?.error.message).toContain("三角图");
  openText(store, text, "reload");
  expect(store.looking.stage.shown("weights")).toEqual(["triangle"]);
  expect(store.problems.current).toBeNull();
});

it("a network has as many parameters as are counted", () => {
  for (const preset of CASES) {
    const experiment = presetOf(preset);
    for (const bias of [true, false]) {
      const { model } = experiment;
      const initial = { kind: "zeros" } as const;
      const changed = { ...experiment, model: { ...model, bias, initial } };
      expect(parameterCount(changed)).toBe(parametersOf(new Store(changed).run.frame.layers).length);
    }
  }
});

it("a view that a page was asked to show leaves nothing of another one", () => {
  const store = new Store(presetOf("weights"));
  store.looking.choice = withHeld(store.looking.choice, 2, 10);
  showView(store, { stage: ["weights"] });
  expect(viewOf(store)).toEqual({ stage: ["weights"] });
});
