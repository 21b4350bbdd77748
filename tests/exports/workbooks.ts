/** Writes workbooks with the page's own code, and beside each, as JSON, the cells that other programs should find in it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Experiment, parametersOf, presetOf } from "../../web/engine/engine";
import { setLanguage } from "../../web/i18n/i18n.svelte";
import { CASES } from "../../web/state/cases";
import { startTestCore } from "../../web/state/core.testing";
import { Store } from "../../web/state/store";
import { settingRows } from "../../web/table/export/setting-rows";
import { workbookOf } from "../../web/table/export/workbook";
import * as hucre from "../../web/table/hucre";

const FOLDER = join(process.env.SANHAO_EXPORTS ?? "", "workbooks");

beforeAll(async () => {
  await startTestCore();
  if (process.env.SANHAO_EXPORTS === undefined) throw new Error("SANHAO_EXPORTS is not set");
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

async function write(name: string, experiment: Experiment): Promise<void> {
  const { document, run, problems } = new Store(presetOf("weights"));
  expect(document.replace(experiment, "test"), problems.current?.error.message).toBe(true);
  run.step(10);
  writeFileSync(join(FOLDER, `${name}.xlsx`), await workbookOf(hucre, document.experiment, run.frame, run.roles));
  const { table } = document.experiment;
  const { frame } = run;
  const students = table.students.map((student, row) => {
    const hasPrediction = !student.scores.includes(null);
    const said =
      table.classes.length > 0
        ? [table.classes[frame.classes[row] ?? 0], frame.probabilities[row]]
        : [frame.predictions[row], student.target === null ? null : frame.errors[row]];
    return [student.name, ...student.scores, student.target ?? "?", ...(hasPrediction ? said : [null, null])];
  });
  const cells = {
    header: [...table.subjects, table.target],
    students,
    weights: [...parametersOf(frame.layers)],
    settings: settingRows(document.experiment, frame),
  };
  writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify(cells));
}

it.each(CASES)("case %s", async (preset) => {
  setLanguage("zh");
  await write(preset, presetOf(preset));
});

/** What a spreadsheet may take for something else, or a file's format for a mark of its own. */
const NAMES = [
  "=1+1",
  "'=1+1",
  "+1",
  "-1+2",
  "@SUM(A1)",
  '=HYPERLINK("https://example.org","x")',
  "007",
  "1/2",
  "12e3",
  "TRUE",
  "#N/A",
  '李 "小" 明',
  "O'Neill",
  "一行\n又一行",
  "a,b;c\td",
  "<b>&amp;</b>",
  "_x0041_",
  "欧阳静🙂",
];

it("names that are not only letters", async () => {
  setLanguage("en");
  const experiment = presetOf("award");
  const { table } = experiment;
  table.subjects = ["=A1", 'a "b"\nc', ...table.subjects.slice(2)];
  table.classes = ["=1+1", 'yes, "sir"'];
  const [sample] = table.students;
  if (sample === undefined) throw new Error("no student");
  table.students = NAMES.map((name, row) => ({
    ...sample,
    name,
    scores: sample.scores.map((_, subject) => (row === 2 && subject === 0 ? null : 60.25 + 2 * row - subject)),
    target: row === 3 ? null : (table.classes[row % 2] ?? null),
    included: row !== 4,
  }));
  await write("names", experiment);
});
