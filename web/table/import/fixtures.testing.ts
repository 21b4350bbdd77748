/** Reads the files of fixtures/ as the import dialog does. */
import type { Table } from "../../engine/engine";
import { readFile } from "./read";
import { type Choices, NO_CHOICES, type Reading, readingOf } from "./reading";
import { tableOf } from "./table";

/** The addresses of the files, which hold their bytes. */
const FILES = import.meta.glob<string>("./fixtures/*", { query: "?url&inline", import: "default", eager: true });

/** What the dialog recognizes in a file, with a person's choices. */
export async function readingOfFile(file: string, choices: Partial<Choices> = {}): Promise<Reading> {
  const address = FILES[`./fixtures/${file}`];
  if (address === undefined) throw new Error(`no file ${file}`);
  return readingOfContent(new Uint8Array(await (await fetch(address)).arrayBuffer()), choices, file);
}

export async function readingOfContent(
  content: string | Uint8Array<ArrayBuffer>,
  choices: Partial<Choices> = {},
  name = "class.csv",
): Promise<Reading> {
  const found = await readFile(new File([content], name));
  if (found.kind !== "sheet") throw new Error("an experiment");
  return readingOf(found.source, (column) => `column ${column}`, { ...NO_CHOICES, ...choices });
}

/** The table that the dialog offers for a file. */
export async function tableOfFile(file: string, choices: Partial<Choices> = {}): Promise<Table> {
  return tableOf(await readingOfFile(file, choices));
}
