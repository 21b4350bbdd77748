/** What a screen reader says of a student in the picture. */
import type { Experiment, Frame } from "../../engine/engine";
import { predictionFor } from "../../engine/prediction";
import { m } from "../../i18n/i18n.svelte";
import { localName } from "../../i18n/words";
import { formatNumber, formatPercent } from "../../ui/format";
import { shared } from "../shared/words";
import { words } from "./words";

export function nameOf({ table }: Experiment, row: number): string {
  const name = localName(table.students[row]?.name ?? "").trim();
  return name === "" ? shared.nameless(row + 1) : name;
}

/** Name, scores and what the machine says. */
export function sentenceOf(experiment: Experiment, frame: Frame, row: number): string {
  const { subjects, students } = experiment.table;
  const scores = subjects.map(
    (subject, index) => `${localName(subject)} ${formatNumber(students[row]?.scores[index] ?? Number.NaN)}`,
  );
  return [nameOf(experiment, row), ...scores, words.said(predictionOf(experiment, frame, row))].join(m.comma);
}

function predictionOf(experiment: Experiment, frame: Frame, row: number): string {
  const said = predictionFor(experiment, frame, row);
  if (said.kind === "none") return words.nothing;
  if (said.kind === "number") return formatNumber(said.value);
  return [localName(said.name), Number.isFinite(said.probability) ? formatPercent(said.probability) : ""]
    .join(" ")
    .trim();
}
