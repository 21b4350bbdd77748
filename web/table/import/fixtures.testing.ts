/** Reads the files of fixtures/ as the import dialog does. */
import type { Table } from "../../engine/engine";
import * as hucre from "../hucre";
import { readFile, type SheetFound } from "./read";
import { type Choices, NO_CHOICES, type Reading, readingOf } from "./reading";
import { tableOf } from "./table";
import { sheetOfWorkbook } from "./workbook";

/** The addresses of the files, which hold their bytes. */
const FILES = import.meta.glob<string>("./fixtures/*", { query: "?url&inline", import: "default", eager: true });

export async function contentOfFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const address = FILES[`./fixtures/${file}`];
  if (address === undefined) throw new Error(`no file ${file}`);
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

export async function sheetOfFile(file: string): Promise<SheetFound> {
  return sheetOfContent(await contentOfFile(file), file);
}

export async function sheetOfContent(content: string | Uint8Array<ArrayBuffer>, name: string): Promise<SheetFound> {
  const found = await readFile(new File([content], name));
  if (found.kind !== "workbook" && found.kind !== "sheet") throw new Error(`no table: ${found.kind}`);
  return found.kind === "workbook" ? sheetOfWorkbook(hucre, found) : found;
}

/** What the dialog recognizes in a file, with a person's choices. */
export async function readingOfFile(file: string, choices: Partial<Choices> = {}): Promise<Reading> {
  return readingOfContent(await contentOfFile(file), choices, file);
}

export async function readingOfContent(
  content: string | Uint8Array<ArrayBuffer>,
  choices: Partial<Choices> = {},
  name = "class.csv",
): Promise<Reading> {
  const { source } = await sheetOfContent(content, name);
  return readingOf(source, (column) => `column ${column}`, { ...NO_CHOICES, ...choices });
}

/** The table that the dialog offers for a file. */
export async function tableOfFile(file: string, choices: Partial<Choices> = {}): Promise<Table> {
  return tableOf(await readingOfFile(file, choices));
}
