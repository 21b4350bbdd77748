import { expect, it } from "vitest";
import { exampleRule, type KnownRule, ruleAfter } from "./rule";

const table = (subjects: string[], classes: string[] = []) => ({ subjects, classes, target: "t", students: [] });
const rule: KnownRule = { weights: [0.6, 0.3, 0.1], threshold: null, kept: true, made: true };
const before = table(["德育", "智育", "体育"]);

it("a renamed subject keeps its weight", () => {
  expect(ruleAfter(rule, before, table(["德育", "语文", "体育"]))).toEqual(rule);
});

it("a new subject has weight 0", () => {
  expect(ruleAfter(rule, before, table(["德育", "智育", "体育", "身高"]))?.weights).toEqual([0.6, 0.3, 0.1, 0]);
  expect(ruleAfter(rule, before, table(["身高", "德育", "智育", "体育"]))?.weights).toEqual([0, 0.6, 0.3, 0.1]);
});

it("the other subjects keep their weights when one is missing", () => {
  expect(ruleAfter(rule, before, table(["德育", "体育"]))).toEqual({ ...rule, weights: [0.6, 0.1] });
});

it("a change of the classes makes the rule unknown", () => {
  expect(ruleAfter(rule, before, table(before.subjects, ["否", "是"]))).toBeNull();
});

it("swapped classes mark the rule until they are swapped back, a renamed class does not", () => {
  const award = table(before.subjects, ["否", "是"]);
  const reversed = table(before.subjects, ["是", "否"]);
  const swapped = ruleAfter(rule, award, reversed);
  expect(swapped).toEqual({ ...rule, swapped: true });
  expect(swapped && ruleAfter(swapped, reversed, award)).toEqual({ ...rule, swapped: false });
  expect(ruleAfter(rule, award, table(before.subjects, ["否", "三好"]))).toEqual(rule);
});

it("only cases with a weighted total have a rule", () => {
  expect(exampleRule("weights")?.threshold).toBeNull();
  expect(exampleRule("award")?.threshold).toBe(95);
  expect([exampleRule("honours"), exampleRule("layers")]).toEqual([null, null]);
});
