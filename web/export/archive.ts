/** The zip with everything that repeats a run and goes on from it. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { csvOf } from "../engine/lab";
import { m } from "../i18n/i18n.svelte";
import { textOfShared } from "../share/shared";
import { viewOf } from "../share/view";
import type { Store } from "../state/store";
import { rowsOf } from "../ui/delimited";
import { formatCount } from "../ui/format";
import { cardOf, inMarkdown } from "./card";
import { type CardWords, type Cell, cardWords as words } from "./card-words";
import { factsOf } from "./gather";
import { notebookOf } from "./notebook";
import { numpyScript } from "./numpy";
import { onnxModel } from "./onnx/model";
import { isStartInFile, startText } from "./python";
import { safetensorsOf } from "./safetensors";
import { torchScript } from "./torch";
import { scriptWords } from "./words";

/** The bytes of the zip for the run as it stands. */
export async function exportOf(store: Store, settings: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const { document, run } = store;
  const { experiment, rule } = document;
  const view = viewOf(store);
  const notes = notesOf(store);
  const { title, task } = questionOf(store);
  const facts = await factsOf(experiment, {
    frame: run.frame,
    roles: run.roles,
    parameters: run.updateInput().parameters,
  });
  if (!facts.isWhole) notes.push(words.notes.shortened(formatCount(facts.epochs)));
  const texts: Partial<Record<keyof CardWords["files"], string>> = {
    "train_numpy.py": numpyScript(facts, scriptWords),
    "train.py": torchScript(facts, scriptWords),
    "experiment.ipynb": notebookOf(facts, scriptWords, title, task),
    "data.csv": withUse(csvOf(experiment.table), facts.roles),
    // A rule that is kept secret stays so.
    "experiment.json": textOfShared({ experiment, rule: rule?.kept ? undefined : rule, view }),
    ...(isStartInFile(facts.start) ? { "start.json": startText(facts.start) } : {}),
  };
  const files: Zippable = {
    "README.md": strToU8(cardOf(facts, { title, task, notes, files: filesOf(store), settings })),
    "model.onnx": onnxModel(facts),
    "model.safetensors": safetensorsOf(facts.trained),
  };
  for (const [name, text] of Object.entries(texts)) files[name] = strToU8(text);
  return Uint8Array.from(zipSync(files));
}

/** What the model is for, as Markdown, to someone without the page. */
function questionOf({ document }: Store): { title: string; task: string } {
  const { card } = words;
  const { case: preset, experiment, hasExampleQuestion } = document;
  if (!hasExampleQuestion) return { title: card.ownTitle(inMarkdown(experiment.table.target)), task: card.tasks.own };
  return { title: m.cases.names[preset], task: card.tasks[preset] };
}

/** The files of the zip, each with what it is for. */
export function filesOf({ run }: Store): (readonly [name: string, what: string])[] {
  return Object.entries(words.files).filter(([name]) => name !== "start.json" || isStartInFile(run.frame.layers));
}

/** What is unusual about the run, in words. */
export function notesOf({ document, run }: Store): string[] {
  const { notes } = words;
  const isChanged = run.touched || run.rates.length > 0 || run.start !== null;
  return [
    ...(document.rule?.kept ? [notes.kept] : []),
    ...(run.frame.diverged ? [notes.diverged] : run.frame.updates === 0 ? [notes.notBegun] : []),
    ...(isChanged ? [notes.changed] : []),
  ];
}

/** The table with a last column that says what each student is used for. The byte order mark tells spreadsheets that it is UTF-8. */
export function withUse(csv: string, roles: readonly string[]): string {
  const rows = [...rowsOf(csv, ",")].map(({ cells }) => cells).slice(0, roles.length + 1);
  const cell = (text: string): string => (/[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((cells, row) => [...cells, row === 0 ? "use" : (roles[row - 1] ?? "")].map(cell).join(","));
  return `\ufeff${lines.join("\n")}\n`;
}
