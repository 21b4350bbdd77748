/** What a link may hold: any bytes, cut, huge, of another version. What was found stands in corpus/, one text a file. */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Experiment, parametersOf, presetOf } from "../engine/engine";
import { PICTURES } from "../pictures";
import { CASES } from "../state/cases";
import { startTestCore } from "../state/core.testing";
import { damagedText } from "../state/damaged.testing";
import { Store } from "../state/store";
import { FRAGMENT_START } from "./fragment";
import { fragmentOf } from "./link";
import { openFragment } from "./open";
import { packedText } from "./packed";
import { readView } from "./read-view";
import { textOfShared } from "./shared";
import { showView, viewOf } from "./view";

const CORPUS = import.meta.glob<string>("./corpus/*", { query: "?raw", import: "default", eager: true });
let store: Store;

beforeAll(async () => {
  await startTestCore();
  store = new Store(presetOf("weights"));
});

/** Opens a link: either its experiment runs, or the page says why not and keeps its own. */
async function open(hash: string): Promise<Experiment | null> {
  const before = store.document.experiment;
  if (await openFragment(store, hash)) {
    const { experiment } = store.document;
    expect(store.run.roles).toHaveLength(experiment.table.students.length);
    expect(parametersOf(store.run.frame.layers).every(Number.isFinite)).toBe(true);
    expect(store.document.rule?.weights.every((weight) => Math.abs(weight) <= 1e6) ?? true).toBe(true);
    expectShown(experiment);
    store.document.replace(before, "test");
    return experiment;
  }
  expect(store.document.experiment).toBe(before);
  expect(store.problems.current?.at).toBe("link");
  expect(store.problems.current?.error.message).toMatch(/\S/);
  return null;
}

/** What is looked at is there to be looked at, and can be shared again. */
function expectShown(experiment: Experiment): void {
  const { looking, document } = store;
  const stage = looking.stage.shown(document.case);
  expect(stage.length).toBeLessThanOrEqual(2);
  for (const name of stage) expect(PICTURES.map((picture) => picture.name)).toContain(name);
  expect([looking.choice.x, looking.choice.y].every((axis) => axis in experiment.table.subjects)).toBe(true);
  expect(Object.values(looking.choice.held).every(Number.isFinite)).toBe(true);
  expect(readView(JSON.parse(JSON.stringify(viewOf(store))), experiment, true).faults).toEqual([]);
}

it.each(Object.entries(CORPUS))("%s is refused in words", async (_, text) => {
  expect(await open(await fragmentOf(text))).toBeNull();
});

it("any letters and any deflated bytes are opened or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 200 }),
      async (text) => void (await open(FRAGMENT_START + text)),
    ),
    { seed: 1, numRuns: 200 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const text = btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_");
      await open(FRAGMENT_START + text);
    }),
    { seed: 2, numRuns: 300 },
  );
});

it("a damaged experiment is opened as the core takes it or refused", { timeout: 180_000 }, async () => {
  const valid = CASES.map((preset) => {
    const experiment = presetOf(preset);
    experiment.table.students.splice(6);
    const weights = experiment.table.subjects.map(() => 0.5);
    const [x = "", y = x] = [...experiment.table.subjects].reverse();
    const surface = { parameters: [1, 0], x: [0, 0.5], y: [-1, 1] };
    const fixed = {
      locked: ["table"],
      panels: ["data"],
      pictures: ["surface"],
      lessons: ["1"],
      secret: true,
      language: "en",
    };
    const seen = { stage: ["metrics", "surface"], axes: [x, y], held: { [x]: 70 }, surface, student: 3, present: true };
    const view = { ...seen, ...fixed, lesson: "1" };
    const shared = { experiment, rule: { weights, threshold: 80, kept: true, made: false }, view };
    return [textOfShared(shared), packedText(shared)];
  });
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(damagedText(valid.flat()), async (text) => {
      if ((await open(await fragmentOf(text))) !== null) opened += 1;
    }),
    { seed: 3, numRuns: 1500 },
  );
  expect(opened).toBeGreaterThan(50);
});

it("a damaged view is shown as far as it fits", { timeout: 60_000 }, () => {
  const { experiment } = store.document;
  const surface = { parameters: [1, 0], x: [0, 0.5], y: [-1, 1] };
  const view = { stage: ["weights", "metrics"], axes: ["体育", "德育"], held: { 智育: 70 }, surface, student: 1 };
  fc.assert(
    fc.property(damagedText([JSON.stringify({ ...view, present: true })]), (text) => {
      const read = readView(parsed(text), experiment);
      for (const { place } of read.faults) expect(place).toMatch(/^view/);
      showView(store, read.view);
      expectShown(experiment);
    }),
    { seed: 4, numRuns: 3000 },
  );
});

/** A view that is cut is no JSON: then its text is what is read. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

it("a link that inflates to more than any experiment is refused", { timeout: 60_000 }, async () => {
  for (const letter of ["\0", "[", '{"table":']) {
    expect(await open(await fragmentOf(letter.repeat(Math.ceil(40_000_000 / letter.length))))).toBeNull();
  }
});
