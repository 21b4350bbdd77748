/** A saved workbook opens as what it was, and has the run's numbers; with the real core. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, parametersOf, presetOf, readExperiment } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { Problems } from "../../state/problems.svelte";
import { Run } from "../../state/run.svelte";
import * as hucre from "../hucre";
import { readingOfContent } from "../import/fixtures.testing";
import { tableOf } from "../import/table";
import { words } from "./words";
import { workbookOf } from "./workbook";

beforeAll(startTestCore);

const PRESETS = ["weights", "award", "honours", "layers"] as const;

/** A run after ten updates, and its workbook. */
async function saved(experiment: Experiment): Promise<{ run: Run; bytes: Uint8Array<ArrayBuffer> }> {
  const run = new Run(experiment, new Problems());
  run.step(10);
  return { run, bytes: Uint8Array.from(await workbookOf(hucre, experiment, run.frame, run.roles)) };
}

async function sheetOf(bytes: Uint8Array, name: string): Promise<(readonly unknown[])[]> {
  const { sheets } = await hucre.readXlsx(bytes);
  return sheets.find((sheet) => sheet.name === name)?.rows ?? [];
}

it.each(PRESETS)("case %s opens as what it was", async (preset) => {
  const experiment = presetOf(preset);
  const { bytes } = await saved(experiment);
  const students = experiment.table.students.map((student) => ({ ...student, included: true }));
  expect(tableOf(await readingOfContent(bytes, {}, "a.xlsx"))).toEqual({ ...experiment.table, students });
});

describe("the run's numbers", () => {
  it.each(PRESETS)("of case %s: every parameter under its own name, every prediction", async (preset) => {
    const { run, bytes } = await saved(presetOf(preset));
    const [header, ...rows] = await sheetOf(bytes, words.weights);
    expect(header).toEqual([words.weight, words.value]);
    expect(rows.map((row) => Number(row[1])).sort()).toEqual([...parametersOf(run.frame.layers)].sort());
    expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
    const students = (await sheetOf(bytes, words.students)).slice(1);
    if (run.frame.classes.length > 0) {
      expect(students.map((row) => row.at(-2))).toEqual([...run.frame.probabilities]);
    } else {
      expect(students.map((row) => row.at(-3))).toEqual([...run.frame.predictions]);
      expect(students.map((row) => row.at(-2))).toEqual([...run.frame.errors]);
    }
  });

  it("are empty where there are none, and the sheet says why", async () => {
    const experiment = presetOf("weights");
    experiment.table.students[0]?.scores.splice(0, 1, null);
    const { bytes } = await saved(readExperiment(experiment));
    const [, first = [], second = []] = await sheetOf(bytes, words.students);
    expect(first.slice(-3)).toEqual([null, null, words.uses.incomplete]);
    expect(second.at(-1)).toBe(words.uses.training);
  });
});

it("a name that a spreadsheet would compute stays a text", async () => {
  const experiment = presetOf("weights");
  for (const student of experiment.table.students) student.name = "=1+1";
  const { bytes } = await saved(experiment);
  const { sheets } = await hucre.readXlsx(bytes, { readStyles: true });
  expect(sheets[0]?.rows[1]?.[0]).toBe("=1+1");
  expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ type }) => type === "formula")).toEqual([]);
});
