import { expect, it } from "vitest";
import { guessRoles, lacksHeader, withRole } from "./roles";
import type { Sheet } from "./sheet";

function sheet(...lines: string[]): Sheet {
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return { header, rows, lines: rows.map((_, i) => i + 2), headerLine: 1 };
}

it("a file written by the page has name, scores and target", () => {
  expect(guessRoles(sheet("name,德育,智育,总分", "A,90,80,85"))).toEqual(["name", "score", "score", "target"]);
});

it("in a school's list number and remarks are ignored, and name and total are found at any position", () => {
  const list = sheet("学号,姓名,性别,总分,德育,智育", "1,甲,男,85,90,80", "2,乙,女,96,98,95");
  expect(guessRoles(list)).toEqual(["ignored", "name", "ignored", "target", "score", "score"]);
});

it("without a name column the first column is a score", () => {
  expect(guessRoles(sheet("a,b,t", "1,2,3", "4,5,6"))).toEqual(["score", "score", "target"]);
});

it("a column of words becomes a score if there is no other, so that it is refused with a message", () => {
  expect(guessRoles(sheet("姓名,智育,总分", "甲,九十,85"))).toEqual(["name", "score", "target"]);
});

it("a single column is the target", () => {
  expect(guessRoles(sheet("a", "1"))).toEqual(["target"]);
});

it("only one column can be the name, and only one the target", () => {
  const list = sheet("name,a,t", "甲,1,2", "乙,3,4");
  const roles = ["name", "score", "target"] as const;
  expect(withRole(list, roles, 1, "target")).toEqual(["name", "target", "score"]);
  expect(withRole(list, roles, 1, "name")).toEqual(["ignored", "name", "target"]);
  expect(withRole(list, roles, 2, "score")).toEqual(["name", "score", "score"]);
});

it("a target column with empty cells is not taken for a score", () => {
  const list = sheet("name,a,t", "甲,1,?", "乙,3,4");
  expect(withRole(list, ["name", "score", "target"], 1, "target")).toEqual(["name", "target", "ignored"]);
});

it("a first row of numbers above numbers is not a header", () => {
  expect(lacksHeader(sheet("甲,90,85", "乙,80,70"))).toBe(true);
  expect(lacksHeader(sheet("姓名,90分,总分", "乙,80,70"))).toBe(false);
  expect(lacksHeader(sheet("name,award", "甲,yes"))).toBe(false);
});
