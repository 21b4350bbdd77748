import { expect, it } from "vitest";
import { guessRoles, withRole } from "./roles";
import type { Sheet } from "./sheet";

function sheet(...lines: string[]): Sheet {
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  return { header, rows, lines: rows.map((_, i) => i + 2), headerLine: 1 };
}

const rolesOf = (sheet: Sheet) => guessRoles(sheet).map(({ role }) => role);
/** The reason of each ignored column, and the role of each other one. */
const reasonsOf = (sheet: Sheet) => guessRoles(sheet).map(({ role, reason }) => reason ?? role);

it("a file written by the page has name, scores and target", () => {
  expect(rolesOf(sheet("name,德育,智育,总分", "A,90,80,85"))).toEqual(["name", "score", "score", "target"]);
});

it("in a school's list number and remarks are ignored, and name and total are found at any position", () => {
  const list = sheet("学号,姓名,性别,总分,德育,智育", "1,甲,男,85,90,80", "2,乙,女,96,98,95");
  expect(rolesOf(list)).toEqual(["ignored", "name", "ignored", "target", "score", "score"]);
});

it("without a name column the first column is a score", () => {
  expect(rolesOf(sheet("a,b,t", "1,2,3", "4,5,6"))).toEqual(["score", "score", "target"]);
});

it("a column of words becomes a score if there is no other, so that it is refused with a message", () => {
  expect(rolesOf(sheet("姓名,智育,总分", "甲,九十,85"))).toEqual(["name", "score", "target"]);
});

it("a single column is the target", () => {
  expect(rolesOf(sheet("a", "1"))).toEqual(["target"]);
});

it("numbers of persons, groups, ranks and what else is no score is ignored, with its reason", () => {
  const list = sheet(
    "考号,准考证号,座位号,学籍号,姓名,班级,性别,语文,数学,平均分,名次,备注,总分",
    "24051,9001,3,G1,甲,3,1,90,80,85,2,好,170",
    "24053,9004,1,G2,乙,3,2,98,95,96.5,1,,193",
  );
  expect(reasonsOf(list)).toEqual([
    ...["number", "number", "number", "number", "name", "group", "person"],
    ...["score", "score", "derived", "rank", "words", "target"],
  ]);
});

it("English and German lists have the same", () => {
  const english = sheet(
    "Student ID,Name,Seat No.,Class,Gender,Math,Rank,Total",
    "11,A,7,3B,f,90,1,95",
    "12,B,4,3B,m,80,2,85",
  );
  expect(reasonsOf(english)).toEqual(["number", "name", "number", "group", "person", "score", "rank", "target"]);
  const german = sheet(
    "Matrikelnummer,Klasse,Geschlecht,Deutsch,Mathe,Platz,Summe",
    "11,3b,w,12,9,1,21",
    "19,3b,m,8,7,2,15",
  );
  expect(reasonsOf(german)).toEqual(["name", "group", "person", "score", "score", "rank", "target"]);
});

it("a column that counts 1 … n is ignored under any header, unless there is no other score", () => {
  expect(reasonsOf(sheet("k,a,t", "1,9,2", "2,4,5", "3,4,6"))).toEqual(["counting", "score", "target"]);
  expect(reasonsOf(sheet("x,y", "1,9", "2,4", "3,4"))).toEqual(["score", "target"]);
});

it("words that repeat are no name", () => {
  const list = sheet("组,a,t", "红,9,2", "红,4,5", "蓝,4,6", "蓝,7,7");
  expect(reasonsOf(list)).toEqual(["group", "score", "target"]);
  expect(reasonsOf(sheet("颜色,a,t", "红,9,2", "红,4,5", "蓝,4,6", "蓝,7,7"))).toEqual(["words", "score", "target"]);
});

it("scores in words for absence are scores", () => {
  expect(rolesOf(sheet("姓名,a,t", "甲,缺考,2", "乙,缓考,5", "丙,4,6"))).toEqual(["name", "score", "target"]);
});

it("beyond 32 scores columns are ignored", () => {
  const columns = Array.from({ length: 40 }, (_, index) => `q${index}`).join();
  const row = (value: number) => Array.from({ length: 40 }, (_, index) => (value * index) % 7).join();
  const guessed = reasonsOf(sheet(`姓名,${columns},总分`, `甲,${row(1)},85`, `乙,${row(2)},95`));
  expect(guessed.filter((role) => role === "score")).toHaveLength(32);
  expect(guessed.filter((role) => role === "many")).toHaveLength(8);
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
