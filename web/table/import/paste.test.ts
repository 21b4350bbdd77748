import { expect, it } from "vitest";
import { isTable } from "./paste";

it("cells on several lines are a table", () => {
  expect(isTable("姓名\t总分\n甲\t85", "")).toBe(true);
  expect(isTable("name,t\r\nA,1\r\n", "")).toBe(true);
});

it("an HTML table without plain text is a table", () => {
  expect(isTable("", "<html><table><tr><td>1</td></tr></table></html>")).toBe(true);
  expect(isTable("  ", "<p>words</p>")).toBe(false);
});

it("the text of an experiment is accepted, a single word is not", () => {
  expect(isTable('{"sanhao":1}', "")).toBe(true);
  expect(isTable("0.5", "")).toBe(false);
  expect(isTable("a sentence, with a comma", "")).toBe(false);
  expect(isTable("", "")).toBe(false);
});
