/** The zip of unusual runs, and its way back into the page; with the real core. What Python makes of it: tests/exports. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, presetOf } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { openText } from "../share/open";
import { viewOf } from "../share/view";
import { CASES } from "../state/cases";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { settingRows } from "../table/export/setting-rows";
import { readFile } from "../table/import/read";
import { rowsOf } from "../ui/delimited";
import { exportOf, notesOf } from "./archive";
import { cardWords as words } from "./card-words";

beforeAll(startTestCore);

async function zipOf(store: Store): Promise<Uint8Array<ArrayBuffer>> {
  return exportOf(store, settingRows(store.document.experiment, store.run.frame));
}

async function textsOf(store: Store): Promise<Record<string, string>> {
  const files = unzipSync(await zipOf(store));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function running(experiment: Experiment, updates = 20): Store {
  const store = new Store(presetOf("weights"));
  expect(store.document.replace(experiment, "test")).toBe(true);
  store.run.step(updates);
  return store;
}

/** Opens a file as the page does; the sentence that is said where it is not opened. */
async function opened(bytes: Uint8Array<ArrayBuffer>, store: Store): Promise<string | null> {
  try {
    const found = await readFile(new File([bytes], "sanhao-python.zip"));
    if (found.kind !== "experiment") return found.kind;
    return openText(store, found.text, "file") ? null : (store.problems.current?.error.message ?? "");
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

describe("the way back", () => {
  it.each(CASES)("the zip of case %s opens as the experiment that it was made of", async (preset) => {
    const before = running({ ...presetOf(preset), scaling: "standard" });
    before.looking.stage.show(before.document.case, "metrics");
    const after = new Store(presetOf("weights"));
    expect(await opened(await zipOf(before), after)).toBeNull();
    expect(after.document.experiment).toEqual(before.document.experiment);
    expect(viewOf(after)).toEqual(viewOf(before));
  });

  it("a zip that was packed again in a folder opens too, stored or deflated", async () => {
    const before = running(presetOf("award"));
    const { "experiment.json": experiment = new Uint8Array() } = unzipSync(await zipOf(before));
    for (const level of [0, 9] as const) {
      const again = zipSync({ "class 3": { "experiment.json": [experiment, { level }] } });
      const after = new Store(presetOf("weights"));
      expect(await opened(Uint8Array.from(again), after)).toBeNull();
      expect(after.document.experiment).toEqual(before.document.experiment);
    }
  });

  it("a zip that is cut, of a later version or with an experiment that is refused says so, and nothing is lost", async () => {
    const zip = await zipOf(running(presetOf("weights")));
    const text = strFromU8(unzipSync(zip)["experiment.json"] ?? new Uint8Array());
    const packed = (changed: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(zipSync({ "experiment.json": strToU8(changed) }));
    const store = running(presetOf("honours"));
    const { experiment } = store.document;
    const damaged = Uint8Array.from(zip);
    const at = new TextDecoder("latin1").decode(zip).indexOf("experiment.json") + 20;
    damaged.fill(0xff, at, at + 200);
    for (const [bytes, sentence] of [
      [zip.slice(0, zip.length / 2), /不完整/],
      [damaged, /已损坏/],
      [packed(text.replace('"sanhao":2', '"sanhao":3')), /更新版本/],
      [packed(text.replace('"learning_rate":0.001', '"learning_rate":-1')), /training\.learning_rate: -1/],
      [packed(text.slice(0, 200)), /已损坏/],
      [packed("[]"), /没有实验/],
      [Uint8Array.from(zipSync({ "a.txt": strToU8("a") })), /压缩包/],
    ] as const) {
      expect(await opened(bytes, store)).toMatch(sentence);
      expect(store.document.experiment).toBe(experiment);
    }
  });
});

describe("unusual runs", () => {
  it("one not yet begun is saved with the start's weights, and says so", async () => {
    const store = running(presetOf("layers"), 0);
    expect(notesOf(store)).toEqual([words.notes.notBegun]);
    const texts = await textsOf(store);
    expect(texts["README.md"]).toContain(words.notes.notBegun);
    expect(texts["train.py"]).toContain("--epochs");
  });

  it("one that has diverged says so, and the scripts compare before that", async () => {
    const experiment = presetOf("weights");
    experiment.training.optimizer = { kind: "sgd" };
    experiment.training.loss = { kind: "squared" };
    experiment.training.learning_rate = 0.01;
    const store = running(experiment, 1000);
    expect(store.run.frame.diverged).toBe(true);
    expect(notesOf(store)).toEqual([words.notes.diverged]);
    const script = (await textsOf(store))["train_numpy.py"] ?? "";
    const [, compared] = /COMPARED, PAGE_LOSS = [^,]+, (\d+), [\d.e+]+\n/.exec(script) ?? [];
    expect(Number(compared)).toBeLessThan(store.run.frame.updates);
  });

  it("one that a person has changed on the way says that the scripts end elsewhere", async () => {
    const store = running(presetOf("weights"));
    expect(notesOf(store)).toEqual([]);
    store.run.setParameter(0, 0.5, "test");
    expect(notesOf(store)).toEqual([words.notes.changed]);
  });

  it("a rule that is kept secret is in no file; one that is known is in the experiment", async () => {
    const store = running(presetOf("award"));
    const rule = { weights: [0.123456, 0.234567, 0.641977], threshold: 87.654321, kept: true, made: true };
    expect(store.document.replace(presetOf("award"), "test", rule)).toBe(true);
    const secret = Object.values(await textsOf(store)).join("\n");
    for (const number of [...rule.weights, rule.threshold]) expect(secret).not.toContain(String(number));
    expect(notesOf(store)).toContain(words.notes.kept);
    store.document.revealRule();
    expect((await textsOf(store))["experiment.json"]).toContain("87.654321");
  });

  it("20,000 students are saved, every one in data.csv", { timeout: 60_000 }, async () => {
    const experiment = presetOf("award");
    const [first] = experiment.table.students;
    experiment.table.students = Array.from({ length: 20_000 }, (_, i) => ({
      name: `${i}`,
      scores: [i % 101, (i * 7) % 101, (i * 13) % 101],
      target: first?.target ?? null,
      included: true,
    }));
    const texts = await textsOf(running(experiment, 5));
    expect([...rowsOf(texts["data.csv"] ?? "", ",")].filter(({ cells }) => cells.at(-1) === "training")).toHaveLength(
      20_000,
    );
  });
});

it("names with quotation marks, line breaks, formulas, marks, Chinese and emoji stay texts", async () => {
  const experiment = presetOf("honours");
  const evil = ['"""\nimport os', "=1+1", "<script>alert(1)</script>", "| `a` | # 😀", "三好\\"];
  experiment.table.subjects = evil.slice(0, 3);
  experiment.table.target = evil[3] ?? "";
  const renamed = new Map(experiment.table.classes.map((name, i) => [name, `${evil[i]}${evil[4]}`]));
  experiment.table.classes = [...renamed.values()];
  for (const student of experiment.table.students) {
    student.name = evil.join();
    student.target = renamed.get(String(student.target)) ?? null;
  }
  const texts = await textsOf(running(experiment));
  for (const script of [texts["train.py"], texts["train_numpy.py"]]) {
    expect(script?.match(/"""/g)?.length ?? 0).toBeGreaterThan(0);
    expect(script).not.toContain(evil[0]);
  }
  expect(texts["README.md"]).not.toContain("<script>");
  const notebook = JSON.parse(texts["experiment.ipynb"] ?? "") as { cells: { cell_type: string; source: string }[] };
  expect(
    notebook.cells
      .filter((cell) => cell.cell_type === "markdown")
      .map((cell) => cell.source)
      .join(),
  ).not.toContain("<script>");
  const after = new Store(presetOf("weights"));
  openText(after, texts["experiment.json"] ?? "", "file");
  expect(after.document.experiment.table).toEqual(experiment.table);
});

it("the card and the notebook say what the model is for to someone who has no page", async () => {
  const example = running(presetOf("honours"));
  const own = running(presetOf("honours"));
  const { experiment } = own.document;
  expect(own.document.replace({ ...experiment, table: { ...experiment.table, target: "<b>总评" } }, "test")).toBe(true);
  for (const [store, title, task] of [
    [example, m.cases.names.honours, words.card.tasks.honours],
    [own, words.card.ownTitle("&lt;b&gt;总评"), words.card.tasks.own],
  ] as const) {
    const { "README.md": card, "experiment.ipynb": notebook = "" } = await textsOf(store);
    const begins = `# ${title}\n\n${task}`;
    expect(card?.startsWith(begins)).toBe(true);
    expect(JSON.parse(notebook)).toMatchObject({
      cells: expect.arrayContaining([expect.objectContaining({ source: begins })]),
    });
    expect(card).not.toContain(m.transport.play);
  }
});

it("a table without labels is no experiment: the core says so before there is anything to save", () => {
  const experiment = presetOf("weights");
  for (const student of experiment.table.students) student.target = null;
  const store = new Store(presetOf("weights"));
  expect(store.document.replace(experiment, "test")).toBe(false);
  expect(store.problems.current?.error.message).toMatch(/table\.students/);
});
