import { expect, it } from "vitest";
import { example } from "../edits/example.testing";
import { EngineError, refusal } from "../engine/error";
import { en } from "./messages.en";
import { zh } from "./messages.zh";
import { refusalEn } from "./refusals.en";
import { refusalZh } from "./refusals.zh";
import { reasonOf } from "./sentence";

const local = (name: string): string => name;
const inChinese = { messages: zh, refusal: refusalZh, table: example.table, local };
const inEnglish = { messages: en, refusal: refusalEn, table: example.table, local };

it("a cell's refusal names the student, the subject and what was typed", () => {
  const error = refusal("table.students[1].scores[0]", "九十", { kind: "number" });
  expect(reasonOf(error, inChinese)).toBe('B的德育："九十" 不是数字');
  expect(reasonOf(error, inEnglish)).toBe('B, 德育: "九十" is not a number');
});

it("a setting's refusal names the setting", () => {
  const details = {
    location: { kind: "field" as const, path: "training.learning_rate" },
    value: "-1",
    rule: { kind: "positive" as const },
  };
  expect(reasonOf(new EngineError("", details), inChinese)).toBe("学习率：−1 不是大于 0 的数");
});

it("a number of three hundred digits is shown in scientific notation", () => {
  const details = {
    location: { kind: "field" as const, path: "table.students[0].target" },
    value: String(BigInt(1e300)),
    rule: { kind: "between" as const, low: -1e6, high: 1e6 },
  };
  expect(reasonOf(new EngineError("", details), inChinese)).toBe("A的总分：10³⁰⁰ 不在 −10⁶ 到 10⁶ 之间");
});

it("a file's refusal names row and column", () => {
  const details = {
    location: { kind: "cell" as const, row: 7, column: "智育" },
    value: '"九十"',
    rule: { kind: "number" as const },
  };
  expect(reasonOf(new EngineError("", details), inChinese)).toBe('第 7 行“智育”列："九十" 不是数字');
});

it("an error without details is shown as it is", () => {
  expect(reasonOf(new EngineError("unreachable", null), inChinese)).toBe("unreachable");
});

it("a browser's message brings no second stop into the sentence", () => {
  const reason = reasonOf(new EngineError("NetworkError when attempting to fetch resource.", null), inEnglish);
  expect(refusalEn.sentence("", reason, refusalEn.kept)).toContain("resource. The old value");
});
