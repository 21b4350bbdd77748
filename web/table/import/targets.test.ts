import { beforeAll, expect, it } from "vitest";
import { startTestCore } from "../../state/core.testing";
import { readingOfContent } from "./fixtures.testing";
import { tableOf } from "./table";
import { type TargetChoices, targetsOf } from "./targets";

beforeAll(startTestCore);

const NONE: TargetChoices = { kind: null, blank: null };
const read = (text: string, choices: Partial<TargetChoices> = {}) =>
  targetsOf(text.split("|"), "point", { ...NONE, ...choices });

it("−1 and 1 are classes, the larger one the yes, and can be numbers", () => {
  expect(read("-1|1|1|-1")).toMatchObject({ kind: "classes", choice: true, listed: ["-1", "1"] });
  expect(read("-1|1|1|-1", { kind: "numbers" })).toMatchObject({ kind: "numbers", listed: null });
  expect(read("1.0|2.0|1|2").cells).toEqual(["1", "2", "1", "2"]);
});

it.each([
  ["良|优|差|中|优", ["优", "良", "中", "差"]],
  ["及格|优秀|不及格|良好", ["优秀", "良好", "及格", "不及格"]],
  ["C|A|b|E|D", ["A", "b", "C", "D", "E"]],
  ["B|A-|A|B+", ["A", "A-", "B+", "B"]],
  ["乙|丙|甲", ["甲", "乙", "丙"]],
  ["Good|Poor|Excellent", ["Excellent", "Good", "Poor"]],
])("the grades %s are classes in their own order", async (text, classes) => {
  expect(read(text).listed).toEqual(classes);
  const rows = text.split("|").map((label, row) => `S${row},${90 - row},${label}`);
  const roles = ["name", "score", "target"] as const;
  const reading = await readingOfContent(["name,score,grade", ...rows].join("\n"), { roles });
  expect(tableOf(reading).classes).toEqual(classes);
});

it("two grades are a yes and a no, which the core orders, and other words stay in the order of the table", () => {
  expect(read("良|优").listed).toBeNull();
  expect(read("良|优|三好").listed).toBeNull();
});

it("totals are numbers, also where some are equal", () => {
  expect(read("85|85|96|96").kind).toBe("numbers");
  expect(read("1|2|3|4").kind).toBe("numbers");
});

it("0 and 1 chosen as numbers are listed as no classes", () => {
  expect(read("0|1|1", { kind: "numbers" }).listed).toEqual([]);
});

it("labels that differ in case, blanks or invisible letters are one class with its most frequent spelling", () => {
  const { cells, merged } = read("Pass|pass|PASS |pa\u200bss|Pass|fail|三 好|三好");
  expect(cells).toEqual(["Pass", "Pass", "Pass", "Pass", "Pass", "fail", "三 好", "三 好"]);
  expect(merged).toEqual([
    ["Pass", "pass", "PASS ", "pa\u200bss"],
    ["三 好", "三好"],
  ]);
});

it.each([
  ["√|", ["×", "√"]],
  ["×|", ["×", "√"]],
  ["☑|", ["×", "☑"]],
  ["x|", ["not x", "x"]],
  ["是|", ["否", "是"]],
  ["否|", ["否", "是"]],
  ["有|", ["无", "有"]],
  ["对|", ["错", "对"]],
  ["Y||Y", ["N", "Y"]],
  ["no|", ["no", "yes"]],
  ["ja|", ["nein", "ja"]],
  ["TRUE|", ["FALSE", "TRUE"]],
  ["三好|", ["非三好", "三好"]],
  ["不及格|", ["不及格", "及格"]],
  ["winner|", ["not winner", "winner"]],
  ["1||1", ["0", "1"]],
])("%s: an empty cell is the opposite, and the core knows the yes, in any order", async (text, classes) => {
  expect(read(text)).toMatchObject({ kind: "classes", blank: "no" });
  const rows = text.split("|").map((label, row) => `S${row},${90 - row},${label}`);
  for (const students of [rows, [...rows].reverse()]) {
    const roles = ["name", "score", "target"] as const;
    const reading = await readingOfContent(["name,score,result", ...students].join("\n"), { roles });
    expect(tableOf(reading).classes).toEqual(classes);
  }
});

it("an empty cell beside two labels, or beside a total, is to be predicted", () => {
  expect(read("yes|no|")).toMatchObject({ blank: "unknown", no: null, cells: ["yes", "no", ""] });
  expect(read("85||")).toMatchObject({ kind: "numbers", blank: "unknown", no: null });
});

it("who was absent is to be predicted, and absence beside one other label is a class", () => {
  expect(read("优|缺考|良").cells).toEqual(["优", "", "良"]);
  expect(read("85|缺考|96").cells).toEqual(["85", "", "96"]);
  expect(read("到|缺席|到").cells).toEqual(["到", "缺席", "到"]);
  expect(read("+|-|+").cells).toEqual(["+", "-", "+"]);
});
