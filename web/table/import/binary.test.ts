import { expect, it } from "vitest";
import { binaryKind } from "./binary";
import { contentOfFile } from "./fixtures.testing";
import { zipEntries } from "./zip";

const bytes = (...codes: number[]) => Uint8Array.from([...codes, ...new Array(16).fill(0)]);
const text = (words: string) => new TextEncoder().encode(words);

it("an image, a workbook and a PDF are recognized by their first bytes", () => {
  expect(binaryKind(bytes(0x89, 0x50, 0x4e, 0x47), "class.csv")).toBe("picture");
  expect(binaryKind(bytes(0xff, 0xd8, 0xff, 0xe0), "photo.jpg")).toBe("picture");
  expect(binaryKind(bytes(0x50, 0x4b, 3, 4), "成绩.xlsx")).toBe("workbook");
  expect(binaryKind(bytes(0x50, 0x4b, 3, 4), "成绩.ods")).toBe("spreadsheet");
  expect(binaryKind(bytes(0x50, 0x4b, 3, 4), "files.zip")).toBe("cut");
  expect(binaryKind(bytes(0xd0, 0xcf, 0x11, 0xe0), "成绩.xls")).toBe("workbook");
  expect(binaryKind(text("%PDF-1.7 and so on"), "a.pdf")).toBe("pdf");
  expect(binaryKind(bytes(1, 2, 3), "a.bin")).toBe("other");
});

it("a workbook is recognized under any name by the files in it", async () => {
  const workbook = await contentOfFile("class-book.xlsx");
  expect(binaryKind(workbook, "成绩.csv")).toBe("workbook");
  expect(zipEntries(workbook)?.map(({ name }) => name)).toContain("xl/workbook.xml");
  // Cut off, it has no list of its files: then the name decides.
  expect(binaryKind(workbook.subarray(0, 2000), "成绩.csv")).toBe("cut");
  expect(binaryKind(workbook.subarray(0, 2000), "成绩.xlsx")).toBe("workbook");
});

it("text is never recognized as binary, whatever its first letters", () => {
  for (const words of ["姓名,德育\n", "BM,GIF8,RIFF\n1,2,3\n", ""]) expect(binaryKind(text(words), "a.csv")).toBeNull();
});

it("UTF-16 is text although it contains zeros", () => {
  expect(binaryKind(Uint8Array.of(0xff, 0xfe, 0x61, 0x00), "a.txt")).toBeNull();
});
