/** Writes an unpacked export a folder, with the core's own numbers beside it in core.json. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { type Experiment, presetOf } from "../../web/engine/engine";
import { exportOf } from "../../web/export/archive";
import { setLanguage } from "../../web/i18n/i18n.svelte";
import { CASES } from "../../web/state/cases";
import { startTestCore } from "../../web/state/core.testing";
import { Store } from "../../web/state/store";
import { settingRows } from "../../web/table/export/setting-rows";
import { cover, experimentOf, missingPairs } from "./cover";

const FOLDER = join(process.env.SANHAO_EXPORTS ?? "", "runs");
/** Updates after each of which the parameters are written. */
const FRAMES = 40;

beforeAll(async () => {
  await startTestCore();
  if (process.env.SANHAO_EXPORTS === undefined) throw new Error("SANHAO_EXPORTS is not set");
  rmSync(FOLDER, { recursive: true, force: true });
});

async function write(name: string, experiment: Experiment, updates: number): Promise<void> {
  const store = new Store(presetOf("weights"));
  expect(store.document.replace(experiment, "test"), `${name}: ${store.problems.current?.error.message}`).toBe(true);
  const frames: number[][] = [];
  for (let done = 0; done < Math.min(FRAMES, updates); done += 1) {
    store.run.step(1);
    frames.push([...store.run.updateInput().parameters]);
  }
  store.run.step(updates - frames.length);
  const zip = await exportOf(store, settingRows(store.document.experiment, store.run.frame));
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of Object.entries(unzipSync(zip))) writeFileSync(join(folder, file), bytes);
  const { frame } = store.run;
  const predictions = [...frame.predictions].map((prediction) => (Number.isNaN(prediction) ? null : prediction));
  const { optimizer } = store.document.experiment.training;
  const core = { optimizer: optimizer.kind, frames, predictions, outputs: frame.outputs, classes: [...frame.classes] };
  writeFileSync(join(folder, "core.json"), JSON.stringify(core));
}

it("every pair of values of two settings", async () => {
  setLanguage("en");
  const all = cover();
  expect(missingPairs(all)).toEqual([]);
  for (const [index, settings] of all.entries()) {
    await write(`pair-${String(index).padStart(3, "0")}`, experimentOf(settings), 60);
  }
});

/** With two subjects the notebook draws what the model says of any scores. */
it.each([
  ["zh", "weights"],
  ["en", "award"],
  ["zh", "honours"],
  ["en", "layers"],
] as const)("a table of one's own with two subjects, in %s, as in case %s", async (language, preset) => {
  setLanguage(language);
  const experiment = presetOf(preset);
  const { table } = experiment;
  table.subjects = language === "zh" ? ["语文", "数学"] : ["Reading", "Maths"];
  table.target = language === "zh" ? "期末" : "Final";
  for (const student of table.students) student.scores = student.scores.slice(0, 2);
  await write(`own-${language}-${preset}`, experiment, 200);
});

it.each(CASES)("case %s", async (preset) => {
  setLanguage("zh");
  await write(`case-${preset}`, presetOf(preset), 400);
});
