import { expect, it } from "vitest";
import { example } from "../edits/example.testing";
import type { KnownRule } from "../state/rule";
import { ShareError, sharedFromText, textOfShared } from "./shared";

const rule: KnownRule = {
  weights: example.table.subjects.map((_, i) => 0.1 * (i + 1)),
  threshold: 95,
  kept: true,
  made: true,
};

function faultOf(text: string): string {
  try {
    sharedFromText(text);
    return "none";
  } catch (thrown) {
    return thrown instanceof ShareError ? thrown.fault : String(thrown);
  }
}

it("experiment and rule are read back unchanged", () => {
  for (const shared of [
    { experiment: example, rule },
    { experiment: example, rule: null },
  ]) {
    expect(sharedFromText(textOfShared(shared))).toEqual(shared);
  }
});

it("a bare experiment is also read", () => {
  expect(sharedFromText(JSON.stringify(example)).experiment).toEqual(example);
});

it("the format of a newer version is refused", () => {
  expect(faultOf(textOfShared({ experiment: example }).replace('"sanhao":2', '"sanhao":3'))).toBe("newer");
});

it("a value that is not an experiment is distinguished from a damaged one", () => {
  expect(faultOf('{"sanhao":1,"experi')).toBe("damaged");
  for (const text of ["[]", "null", "7", "{}", '{"sanhao":1}', '{"table":{},"model":{},"training":{}}']) {
    expect(faultOf(text)).toBe("unlike");
  }
});

it("a rule that does not fit the table is dropped", () => {
  const broken = { ...rule, weights: [1] };
  expect(sharedFromText(textOfShared({ experiment: example, rule: broken })).rule).toBeUndefined();
});

it("a text of version 1 is read; the core gives its settings their present names", () => {
  const { training, version: _, ...rest } = example;
  const { test_fraction: fraction, ...others } = training;
  const old = { ...rest, scaling: "hundredth", training: { ...others, held_out: fraction } };
  expect(sharedFromText(JSON.stringify({ sanhao: 1, experiment: old })).experiment).toEqual(old);
});
