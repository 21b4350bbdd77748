/** Workbooks as they go wrong: huge ones, ones that lie of their size, others under a workbook's name, tables that are pictures. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { asEngineError } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { sheetOfContent } from "./fixtures.testing";
import { readingOf } from "./reading";
import { tableOf } from "./table";
import { importEn } from "./words.en";
import { importZh } from "./words.zh";

beforeAll(startTestCore);

async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await writeXlsx({ sheets: [{ name: "1", rows: rows.map((row) => [...row]) }] }));
}

async function tableIn(content: string | Uint8Array<ArrayBuffer>, name: string) {
  return tableOf(readingOf((await sheetOfContent(content, name)).source, importEn.column));
}

async function faultOf(content: string | Uint8Array<ArrayBuffer>, name: string) {
  return tableIn(content, name).then(
    () => null,
    (thrown) => asEngineError(thrown),
  );
}

it("60,000 rows are refused with the number of students that fit", { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => [`Student ${row}`, row % 101, row % 89, row % 97]);
  const fault = await faultOf(await workbook([["name", "a", "b", "total"], ...rows]), "a.xlsx");
  expect(fault?.details?.rule).toMatchObject({ kind: "at_most", what: "students", high: 20_000 });
});

it("of 300 columns with names the first 32 scores are taken, in their order", async () => {
  const header = Array.from({ length: 300 }, (_, column) => `Test ${column + 1}`);
  const rows = [1, 2, 3].map((row) => header.map((_, column) => ((column + 3) * (row * row + 5)) % 89));
  const table = await tableIn(await workbook([header, ...rows]), "a.xlsx");
  expect(table.subjects).toEqual(header.slice(0, 32));
});

describe("a zip bomb that lies of its size", () => {
  /** A workbook whose sheet unpacks to so many bytes, whatever its list of files says. */
  async function bomb(bytes: number, said: number): Promise<Uint8Array<ArrayBuffer>> {
    const files = unzipSync(
      await workbook([
        ["name", "a", "b"],
        ["A", 1, 2],
      ]),
    );
    files["xl/worksheets/sheet1.xml"] = new Uint8Array(bytes).fill(0x20);
    const packed = Uint8Array.from(zipSync(files, { level: 9 }));
    const view = new DataView(packed.buffer);
    for (let at = 0; at + 46 < packed.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === bytes)
        view.setUint32(at + 24, said, true);
      if (view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) === bytes)
        view.setUint32(at + 22, said, true);
    }
    return packed;
  }

  it("is not unpacked further than it says", { timeout: 30_000 }, async () => {
    const message = (await faultOf(await bomb(12_000_000, 2000), "a.xlsx"))?.message;
    expect([importEn.workbookFaults.damaged, importZh.workbookFaults.damaged]).toContain(message);
  });
});

describe("a file under another kind's name is what it is", () => {
  const csv = "name,a,b,total\nA,1,2,3\nB,4,5,9\nC,7,1,8\n";

  it("a CSV file called .xlsx", async () => {
    expect((await tableIn(csv, "class.xlsx")).students.map(({ name }) => name)).toEqual(["A", "B", "C"]);
  });

  it("a workbook called .csv", async () => {
    const rows = csv
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect((await tableIn(await workbook(rows), "class.csv")).students.map(({ name }) => name)).toEqual([
      "A",
      "B",
      "C",
    ]);
  });
});

it("a workbook whose table is a picture says that no sheet has a table", async () => {
  const files = unzipSync(await workbook([["成绩单"]]));
  files["xl/media/image1.png"] = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  files["xl/drawings/drawing1.xml"] = strToU8("<xdr:wsDr/>");
  const message = (await faultOf(Uint8Array.from(zipSync(files)), "成绩.xlsx"))?.message;
  expect([importEn.noTableInWorkbook, importZh.noTableInWorkbook]).toContain(message);
});

it("names with quotes, line breaks and formulas come in as they are written", async () => {
  const names = ['"A"', "B\nC", "=1+1", "+49", "@x", "'"];
  const rows = names.map((name, row) => [name, 60 + row, 70 + row, 65 + row]);
  const table = await tableIn(await workbook([["name", "a", "b", "total"], ...rows]), "a.xlsx");
  expect(table.students.map(({ name }) => name.replace(/\s/g, " "))).toEqual(
    names.map((name) => name.replace(/\s/g, " ")),
  );
});
