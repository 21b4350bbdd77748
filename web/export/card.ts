/** The model card: what the model was trained on, how, with what result, and its limits; in Markdown. */
import { lab, type Metrics } from "../engine/lab";
import { m } from "../i18n/i18n.svelte";
import { formatCount, formatLoss, formatNumber, formatPercent } from "../ui/format";
import { type Cell, cardWords } from "./card-words";
import type { Facts } from "./facts";

/** What the card says beside the numbers. */
export interface CardFacts {
  /** As Markdown. */
  readonly title: string;
  readonly task: string;
  /** What is unusual about this run. */
  readonly notes: readonly string[];
  readonly files: readonly (readonly [name: string, what: string])[];
  /** The names and values of the settings. */
  readonly settings: readonly (readonly Cell[])[];
}

/** A text of a person's own as Markdown within a line. Nothing in it is a mark, a tag or a table's edge. */
export function inMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

export function cardOf(facts: Facts, { title, task, notes, files, settings }: CardFacts): string {
  const { card } = cardWords;
  const { experiment, frame, roles, compared } = facts;
  const { table } = experiment;
  const count = (role: string): number => roles.filter((one) => one === role).length;
  const [training, heldOut] = [count("training"), count("held_out")];
  const names = (all: readonly string[]): string => all.map(inMarkdown).join(card.and);
  const counts = [training, heldOut, roles.length - training - heldOut].map(formatCount) as [string, string, string];
  return `${[
    `# ${title}`,
    task,
    ...notes.map((note) => `> ${note}`),
    `## ${card.files}`,
    files.map(([file, what]) => `- \`${file}\`: ${what}`).join("\n"),
    `## ${card.trainedOn}`,
    `${card.from(names(table.subjects), inMarkdown(table.target))}${card.students(...counts)}`,
    ...(table.classes.length > 0 ? [card.classes(names(table.classes))] : []),
    `## ${card.how}`,
    tableOf([
      [card.setting, card.value],
      ...settings.map((row) => row.map((cell) => (typeof cell === "string" ? inMarkdown(cell) : number(cell)))),
    ]),
    `## ${card.results}`,
    card.updates(formatCount(frame.updates), formatCount(frame.epoch)),
    resultsOf(facts),
    `## ${card.same}`,
    `${card.whole(formatCount(compared.updates), formatLoss(compared.loss))}${compared.why === "whole" ? "" : card[compared.why]}`,
    `## ${card.onnx}`,
    onnxExample(facts),
    ...(experiment.model.output === "softmax" ? [card.digits] : []),
    `## ${card.limits}`,
    card.limit.map((limit) => `- ${limit}`).join("\n"),
    card.made,
  ].join("\n\n")}\n`;
}

function number(value: number | null): string {
  return formatNumber(value ?? Number.NaN);
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function resultsOf({ experiment, frame }: Facts): string {
  const { card } = cardWords;
  const metrics = lab.of(experiment, frame.layers).metrics();
  const groups: (readonly [string, Metrics])[] = [];
  if (metrics.training !== null) groups.push([card.training, metrics.training]);
  if (metrics.heldOut !== null) groups.push([card.heldOut, metrics.heldOut]);
  const rows = groups.map(([name, group]) =>
    group.kind === "classes"
      ? [name, number(group.loss), formatPercent(group.accuracy ?? Number.NaN)]
      : [
          name,
          ...[group.loss, group.meanAbsoluteError, group.rootMeanSquareError, group.largestError, group.r2].map(number),
        ],
  );
  const head =
    experiment.table.classes.length > 0
      ? [card.accuracy]
      : [card.meanAbsoluteError, card.rootMeanSquareError, card.largestError, card.r2];
  return tableOf([[card.group, m.output.loss, ...head], ...rows]);
}

/** The first student whom the model can judge. */
function onnxExample({ experiment }: Facts): string {
  const { students } = experiment.table;
  const scores = students.find((student) => !student.scores.includes(null))?.scores ?? [];
  return [
    "```python",
    "import numpy as np, onnxruntime",
    "",
    'session = onnxruntime.InferenceSession("model.onnx")',
    `print(session.run(None, {"scores": np.array([[${scores.join(", ")}]], dtype=float)}))`,
    "```",
  ].join("\n");
}
