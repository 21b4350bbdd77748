import { expect, it } from "vitest";
import { withScore } from "../edits/edit-table";
import { example, numbersTable } from "../edits/example.testing";
import { cellText, readName, readScore, readTarget } from "./cell-text";

const same = (name: string): string => name;

it("a cell's text is what would be typed there", () => {
  expect(cellText(numbersTable, 0, { kind: "name" }, same)).toBe("A");
  expect(cellText(numbersTable, 1, { kind: "score", subject: 2 }, same)).toBe("87");
  expect(cellText(numbersTable, 1, { kind: "target" }, same)).toBe("96");
  const missing = withScore(example, 1, 2, null).table;
  expect(cellText(missing, 1, { kind: "score", subject: 2 }, same)).toBe("");
  expect(cellText(numbersTable, 9, { kind: "target" }, same)).toBe("");
});

it("scores are read with full-width digits, and nothing is a missing one; a word and a monstrous number are refused", () => {
  expect(readScore("９５．５")).toEqual({ kind: "value", value: 95.5 });
  for (const text of ["", " "]) expect(readScore(text)).toEqual({ kind: "value", value: null });
  expect(readScore("缺考")).toEqual({ kind: "refused", rule: { kind: "number" } });
  expect(readScore("1e400")).toEqual({ kind: "refused", rule: { kind: "finite" } });
});

it("nothing and a question mark are to be predicted", () => {
  for (const text of ["", " ", "?", "？"]) expect(readTarget(text, [], same)).toEqual({ kind: "value", value: null });
  expect(readTarget("缺考", [], same)).toEqual({ kind: "refused", rule: { kind: "number" } });
  expect(readTarget("优", ["优", "良"], same)).toEqual({ kind: "value", value: "优" });
  expect(readTarget("差", ["优", "良"], same)).toEqual({ kind: "refused", rule: { kind: "known_class" } });
});

it("a name is one line", () => {
  expect(readName(" 甲\n 乙\t")).toBe("甲 乙");
});
