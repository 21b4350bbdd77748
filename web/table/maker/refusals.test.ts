/** Fields of the class maker with no number, or one that the real core refuses: the message names each by its label. */
import { beforeAll, expect, it } from "vitest";
import { asEngineError } from "../../engine/engine";
import { makeClass } from "../../engine/lab";
import { setLanguage } from "../../i18n/i18n.svelte";
import { en } from "../../i18n/messages.en";
import { refusalEn } from "../../i18n/refusals.en";
import { startTestCore } from "../../state/core.testing";
import { ARTICLE_CLASS, type Draft, makerOf } from "./maker";
import { makerReason } from "./reason";
import { makerEn } from "./words.en";

beforeAll(async () => {
  await startTestCore();
  await setLanguage("en");
});

const WORDS = { ...makerEn.fields, "rule.outcome.noise": makerEn.wrong };

function refusalOf(change: Partial<Draft>): string | null {
  try {
    makeClass(makerOf({ ...ARTICLE_CLASS, ...change }));
    return null;
  } catch (thrown) {
    return makerReason(asEngineError(thrown), en, WORDS);
  }
}

const [moral, study, sport] = ARTICLE_CLASS.subjects as [
  Draft["subjects"][number],
  Draft["subjects"][number],
  Draft["subjects"][number],
];

it("the article's class is made", () => {
  expect(refusalOf({})).toBeNull();
});

it.each<readonly [name: string, change: Partial<Draft>]>([
  [makerEn.fields.students, { students: "" }],
  [makerEn.fields.students, { students: "99999" }],
  [makerEn.fields["rule.weights"], { subjects: [moral, { ...study, weight: "abc" }, sport] }],
  [makerEn.fields["rule.outcome.threshold"], { threshold: "1e400" }],
  [makerEn.wrong, { wrong: "51" }],
  [makerEn.fields.seed, { seed: "1.5" }],
])("%s: %j", (name, change) => {
  expect(refusalOf(change)).toMatch(new RegExp(`^${refusalEn.field(name)}`));
});

it("what was typed is quoted", () => {
  const subjects = [moral, { ...study, weight: "abc" }, sport];
  expect(refusalOf({ subjects })).toContain(refusalEn.rules.number('"abc"', { kind: "number" }));
});
