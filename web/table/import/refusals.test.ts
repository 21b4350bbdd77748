/** Files that are no table to learn from, put through the real core: each is refused with its place and its fault. */
import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { example } from "../../edits/example.testing";
import { fitModel } from "../../edits/fit";
import { asEngineError, EngineError, type Quantity, readExperiment, type Table } from "../../engine/engine";
import { setLanguage } from "../../i18n/i18n.svelte";
import { en } from "../../i18n/messages.en";
import { refusalEn } from "../../i18n/refusals.en";
import { reasonOf } from "../../i18n/sentence";
import { startTestCore } from "../../state/core.testing";
import { contentOfFile, sheetOfContent } from "./fixtures.testing";
import { readingOf } from "./reading";
import { tableOf } from "./table";
import { importEn } from "./words.en";

beforeAll(async () => {
  await startTestCore();
  await setLanguage("en");
});

type Content = string | Uint8Array<ArrayBuffer>;

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Opens a file, lets the core read its table and tries it out, as the dialog does when the table is taken. */
async function open(content: Content, name: string): Promise<Table> {
  const found = await sheetOfContent(content, name);
  const reading = readingOf(found.source, importEn.column);
  const { roles } = reading;
  if (!roles.includes("score") || !roles.includes("target")) throw new EngineError(importEn.needs, null);
  const table = tableOf(reading);
  readExperiment(fitModel(example, table));
  return table;
}

/** The message on the page; null if the file is accepted. */
async function refusalOf(content: Content, name = "class.csv"): Promise<string | null> {
  try {
    await open(content, name);
    return null;
  } catch (thrown) {
    const words = { messages: en, refusal: refusalEn, table: example.table, local: (text: string) => text };
    return reasonOf(asEngineError(thrown), words);
  }
}

function fewer(value: string, low: number, what: Quantity): string {
  return refusalEn.rules.at_least(value, { kind: "at_least", low, what });
}

/** Sentences of the dictionary without the value at their beginning. */
const fault = {
  number: refusalEn.rules.number("", { kind: "number" }),
};

it("a good file is taken", async () => {
  expect(await refusalOf("姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,96\n丙,70,99,88,?\n")).toBeNull();
});

it("a file with an empty score is taken, its student with a missing score", async () => {
  const table = await open("姓名,德育,智育,总分\n甲,90,80,85\n乙,,95,96\n", "class.csv");
  expect(table.students.map(({ scores }) => scores)).toEqual([
    [90, 80],
    [null, 95],
  ]);
});

describe("bad files are refused with their place", () => {
  it.each<readonly [what: string, content: Content, words: readonly string[]]>([
    [
      "a word among numbers",
      "姓名,智育,总分\n甲,九十,85\n乙,80,90\n",
      [refusalEn.cell(2, "智育"), "九十", fault.number],
    ],
    ["an empty file", "", [refusalEn.rules.not_empty("", { kind: "not_empty" })]],
    ["a header alone", "name,a,b,t\n", [fewer("0", 1, "students")]],
    ["inf as a score", "name,a,t\n甲,1,1.5\n乙,inf,2\n", [refusalEn.cell(3, "a"), "inf"]],
    ["1e308 as a score", "name,a,t\n甲,1e308,1.5\n乙,1,2\n", [refusalEn.cell(2, "a"), "1e308"]],
    ["one class only", "name,a,t\n甲,1,yes\n乙,2,yes\n", [fewer("1", 2, "classes")]],
    ["no labelled student", "name,a,t\n甲,1,?\n乙,2,?\n", [fewer("0", 1, "labelled_students")]],
    ["a single column", "a\n1\n2\n", [importEn.noColumns]],
    ["a picture", bytes("89504e470d0a1a0a0000000d49484452"), [importEn.binary.picture]],
    ["an archive", Uint8Array.from(zipSync({ "成绩.txt": new Uint8Array(9) })), [importEn.binary.archive]],
    ["an archive that is cut", bytes("504b030414000600080000002100"), [importEn.binary.cut]],
  ])("%s", async (_, content, words) => {
    const message = await refusalOf(content);
    for (const word of words) expect(message).toContain(word);
  });
});

describe("workbooks that are no table are refused, each with what to do", () => {
  const { workbookFaults } = importEn;

  it("a password", async () => {
    expect(await refusalOf(await contentOfFile("password.xlsx"), "成绩.xlsx")).toBe(workbookFaults.encrypted);
  });

  it("a file that is cut off, a workbook with a fault inside, an OLE file that is none", async () => {
    const workbook = await contentOfFile("class-book.xlsx");
    expect(await refusalOf(workbook.slice(0, 3000), "成绩.xlsx")).toBe(workbookFaults.damaged);
    expect(
      await refusalOf(
        workbook.map((byte, at) => (at > 500 && at < 900 ? 0 : byte)),
        "a.xlsx",
      ),
    ).toBe(workbookFaults.damaged);
    expect(await refusalOf(bytes(`d0cf11e0a1b11ae1${"00".repeat(512)}`), "成绩.xls")).toBe(workbookFaults.damaged);
  });

  it("a zip bomb, before anything is unpacked", async () => {
    const workbook = await contentOfFile("class-book.xlsx");
    const view = new DataView(workbook.buffer);
    // The size in the last file's entry of the archive's list.
    const entries = [...workbook.keys()].filter(
      (at) => at + 4 < workbook.length && view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32((entries.at(-1) ?? 0) + 24, 3_000_000_000, true);
    expect(await refusalOf(workbook, "成绩.xlsx")).toBe(workbookFaults.huge);
  });

  it("a date as a score, with its cell", async () => {
    const date = await refusalOf(await contentOfFile("date-as-score.xlsx"), "成绩.xlsx");
    for (const word of [refusalEn.cell(2, "数学"), "2024-09-01"]) expect(date).toContain(word);
  });

  const workbookOf = async (rows: readonly number[][]): Promise<Uint8Array<ArrayBuffer>> =>
    Uint8Array.from(await writeXlsx({ sheets: [{ name: "1", rows: rows.map((row) => [...row]) }] }));

  it("25,000 students", { timeout: 30_000 }, async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => [i % 7, i % 11]);
    const { details } = await open(await workbookOf(rows), "a.xlsx").then(() => ({ details: null }), asEngineError);
    expect(details?.rule).toMatchObject({ kind: "at_most", what: "students" });
  });

  it("of 300 columns the first 32 scores are taken", async () => {
    const rows = [1, 2, 3].map((row) => Array.from({ length: 300 }, (_, column) => (column * row) % 89));
    expect((await open(await workbookOf(rows), "a.xlsx")).subjects).toHaveLength(32);
  });
});

describe("huge files are refused within seconds", () => {
  const MEGABYTE = 1024 * 1024;

  it("20 MB of students", async () => {
    const row = "甲,90,80,70,85\n";
    const rows = Math.floor((20 * MEGABYTE - 64) / new TextEncoder().encode(row).length);
    const { details } = await open(`name,a,b,c,t\n${row.repeat(rows)}`, "class.csv").then(
      () => ({ details: null }),
      asEngineError,
    );
    expect(details?.rule).toMatchObject({ kind: "at_most", what: "students" });
  });

  it("20 MB without a line break", async () => {
    expect(await refusalOf("9".repeat(20 * MEGABYTE))).not.toBeNull();
  });

  it("more than 20 MB", async () => {
    expect(await refusalOf("1,2\n".repeat((21 * MEGABYTE) / 4))).toBe(importEn.tooLarge("21"));
  });
});

it("a class named twice is refused with its place", () => {
  const twice = { ...example, table: { ...example.table, classes: ["是", "是"] } };
  expect(() => readExperiment(twice)).toThrow(/table\.classes.*是/);
});
