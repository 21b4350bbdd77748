import { beforeAll, expect, it } from "vitest";
import { asEngineError, presetOf, readExperiment } from "../engine/engine";
import { startTestCore } from "../state/core.testing";
import { malformedZh } from "./malformed.zh";

beforeAll(startTestCore);

/** The core's message on an experiment that is not well formed; null where another rule is broken, or none. */
function messageOn(experiment: unknown): string | null {
  try {
    readExperiment(structuredClone(experiment));
    return null;
  } catch (thrown) {
    const { details, message } = asEngineError(thrown);
    if (details === null) return message;
    return details.rule.kind === "malformed" ? details.rule.message : null;
  }
}

type Container = Record<string, unknown>;

/** The messages on everything that is wrong inside a value: each part replaced, left out, and one too many. */
function* messagesInside(inside: Container, whole: unknown): Generator<string | null> {
  const isList = Array.isArray(inside);
  for (const name of Object.keys(inside).slice(0, isList ? 1 : undefined)) {
    const right = inside[name];
    for (const wrong of ["x", 7.5, -3, true, null, [1], {}, { kind: "zzz" }]) {
      inside[name] = wrong;
      yield messageOn(whole);
    }
    if (!isList) {
      delete inside[name];
      yield messageOn(whole);
    }
    inside[name] = right;
    if (typeof right === "object" && right !== null) yield* messagesInside(right as Container, whole);
  }
  if (isList) return;
  inside.zzz = 1;
  yield messageOn(whole);
  delete inside.zzz;
}

it("says in Chinese whatever the core's reader finds wrong in an experiment", () => {
  const messages = new Set<string>();
  for (const preset of ["weights", "award", "layers"] as const) {
    const experiment = structuredClone(presetOf(preset)) as unknown as Container;
    for (const message of messagesInside(experiment, experiment)) if (message !== null) messages.add(message);
  }
  expect(messages.size).toBeGreaterThan(60);
  for (const message of messages) {
    const said = malformedZh(message);
    // Names of fields and settings stand in quotes.
    const words = said.replace(/`[^`]*`|“[^”]*”|true|false/g, "");
    expect(words, `${message} → ${said}`).not.toMatch(/[a-z]{2}/i);
  }
});

it("names the place in a text that is no JSON, and passes on what it does not know", () => {
  expect(malformedZh("expected value at line 3 column 5")).toBe("第 3 行第 5 个字符处不合 JSON 的写法");
  expect(malformedZh("something new")).toBe("读不懂：something new");
});
