/** A run as a workbook: the students with what the machine says of them, and the weights with the settings they were learned under. */
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { type Experiment, type Frame, parametersOf, type Role } from "../../engine/engine";
import { csvOf } from "../../engine/lab";
import { predictionFor } from "../../engine/prediction";
import { m } from "../../i18n/i18n.svelte";
import { parameterNames } from "../../pictures/shared/parameter-names";
import { parametersByUnit } from "../../pictures/shared/parameters";
import { rowsOf } from "../../ui/delimited";
import { withoutTextMark } from "../../ui/text-mark";
import type { Hucre } from "../hucre";
import { settingRows } from "./setting-rows";
import { words } from "./words";

type Rows = CellValue[][];

/** The bytes of an .xlsx file. */
export async function workbookOf(
  { writeXlsx }: Hucre,
  experiment: Experiment,
  frame: Frame,
  roles: readonly Role[],
): Promise<Uint8Array> {
  const sheets: WriteSheet[] = [
    { name: words.students, rows: studentRows(experiment, frame, roles), freezePane: { rows: 1, columns: 1 } },
    { name: words.weights, rows: weightRows(experiment, frame), freezePane: { rows: 1 } },
    { name: words.settings, rows: settingRows(experiment, frame) },
  ];
  const wide = sheets.map((sheet) => ({ ...sheet, columns: sheet.rows?.[0]?.map(() => ({ autoWidth: true })) ?? [] }));
  return writeXlsx({ sheets: wide });
}

/** The table as the core writes it, so that it opens as what it was, with three columns more. */
function studentRows(experiment: Experiment, frame: Frame, roles: readonly Role[]): Rows {
  const { table } = experiment;
  const [header = [], ...cells] = [...rowsOf(csvOf(table), ",")].map((row) => row.cells);
  const numeric = table.classes.length === 0;
  const target = table.subjects.length + 1;
  const extra = [m.data.prediction, numeric ? m.data.error : words.probability, words.use];
  const rows = cells.slice(0, table.students.length).map((row, student) => {
    const texts = row.map((cell, column): CellValue => {
      const isNumber = column > 0 && (column < target || (column === target && numeric));
      if (isNumber && cell !== "" && Number.isFinite(Number(cell))) return Number(cell);
      return cell === "" ? null : withoutTextMark(cell);
    });
    return [...texts, ...saidOf(experiment, frame, student), words.uses[roles[student] ?? "training"]];
  });
  return [[m.data.name, ...header.slice(1).map(withoutTextMark), ...extra], ...rows];
}

/** The prediction, and its error or its probability. */
function saidOf(experiment: Experiment, frame: Frame, student: number): [CellValue, CellValue] {
  const said = predictionFor(experiment, frame, student);
  if (said.kind === "none") return [null, null];
  if (said.kind === "class") return [said.name, finite(said.probability)];
  return [said.value, finite(frame.errors[student] ?? Number.NaN)];
}

/** Every weight and bias, in the core's order. */
function weightRows({ table }: Experiment, { layers }: Frame): Rows {
  const names = parameterNames(table, layers);
  const values = parametersOf(layers);
  const rows = parametersByUnit(layers)
    .flat()
    .map((parameter) => [names.parameter(parameter), finite(values[parameter.index] ?? Number.NaN)]);
  return [[words.weight, words.value], ...rows];
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
