/** The short text in a link, with the real core. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, presetOf, readExperiment, type Student } from "../engine/engine";
import { CASES } from "../state/cases";
import { startTestCore } from "../state/core.testing";
import { fragmentOfShared, sharedFromFragment } from "./link";
import { packedText } from "./packed";
import { type Shared, textOfShared } from "./shared";

beforeAll(startTestCore);

async function readBack(shared: Shared): Promise<Shared> {
  return sharedFromFragment(await fragmentOfShared(shared));
}

/** Names as classes have them. */
const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const GIVEN = [..."伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂宇轩梓涵子浩然欣怡雨思佳诗琪博文俊嘉晨熙语"];
function named(students: readonly Student[]): Student[] {
  const letter = (letters: readonly string[], row: number): string =>
    letters[(row * row * 7 + row * 3) % letters.length] ?? "";
  return students.map((student, row) => {
    const name = letter(SURNAMES, row) + letter(GIVEN, row) + (row % 3 === 0 ? "" : letter(GIVEN, row + 11));
    return { ...student, name };
  });
}
function classOf(count: number): Experiment {
  const experiment = presetOf("award");
  return { ...experiment, table: { ...experiment.table, students: named(experiment.table.students.slice(0, count)) } };
}

it.each(CASES)("the example of case %s is read back unchanged", async (preset) => {
  const shared = { experiment: presetOf(preset), rule: null, view: {} };
  expect(packedText(shared)).toContain('"sanhao":3');
  expect(await readBack(shared)).toEqual(shared);
});

describe("how long a link's fragment is", () => {
  it.each([
    ["80 numbered students of case 2", 80, false, 1447 / 2],
    ["80 students with Chinese names", 80, true, 1250],
    ["30 students with Chinese names", 30, true, 700],
  ] as const)("%s", async (_, count, isNamed, most) => {
    const experiment = isNamed ? classOf(count) : presetOf("award");
    const { length } = await fragmentOfShared({ experiment, rule: undefined, view: {} });
    const plain = textOfShared({ experiment, rule: undefined, view: {} }).length;
    console.log(`${count} students, ${isNamed ? "named" : "numbered"}: ${length} characters of ${plain} as JSON`);
    expect(length).toBeLessThanOrEqual(most);
  });
});

/** Scores as tables have them: whole, halves, tenths, missing, far apart, with all digits. */
const score = fc.oneof(
  fc.integer({ min: -150, max: 150 }),
  fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
  fc.integer({ min: 0, max: 1500 }).map((tenth) => tenth / 10),
  fc.constantFrom(0.1 + 0.2, 999_999, -999_999, 1e-7),
  fc.constant(null),
);
const name = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("学生 1", "学生 2", "a\nb", '"', "\\", "=1+1"),
);

it("any table and any settings are read back unchanged", { timeout: 60_000 }, async () => {
  const base = CASES.map((preset) => presetOf(preset));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...base),
      fc.array(
        fc.record({
          name,
          scores: fc.array(score, { minLength: 3, maxLength: 3 }),
          target: score,
          included: fc.boolean(),
        }),
      ),
      fc.double({ min: 1e-7, max: 10, noNaN: true }),
      async (experiment, rows, learning_rate) => {
        const { subjects, classes } = experiment.table;
        const students = rows.map(({ name, scores, target, included }) => ({
          name,
          scores: scores.slice(0, subjects.length).map((one) => (Object.is(one, -0) ? 0 : one)),
          target:
            classes.length === 0 || target === null
              ? target
              : (classes[Math.abs(Math.round(target)) % classes.length] ?? null),
          included,
        }));
        const changed: Experiment = {
          ...experiment,
          table: { ...experiment.table, students },
          training: { ...experiment.training, learning_rate },
        };
        const shared = { experiment: changed, rule: null, view: {} };
        expect(await readBack(shared)).toEqual(JSON.parse(JSON.stringify(shared)));
      },
    ),
    { seed: 5, numRuns: 150 },
  );
});

it("what it leaves out is what an experiment of today has", () => {
  // Whoever changes the packed settings breaks old links: they are what stands here, for ever.
  const bare = readExperiment(presetOf("award"));
  expect(JSON.parse(packedText({ experiment: bare, rule: undefined, view: undefined }))).not.toHaveProperty("settings");
});

it("a rule that is kept secret is not to be read from the text", async () => {
  const rule = { weights: [0.6123, 0.2987, 0.089], threshold: 91.5, kept: true, made: true };
  const shared = { experiment: presetOf("award"), rule, view: {} };
  for (const text of [packedText(shared), textOfShared(shared)]) {
    for (const part of ["6123", "2987", "0.089", "91.5", "threshold", btoa(JSON.stringify(rule)).slice(0, 12)]) {
      expect(text).not.toContain(part);
    }
  }
  expect((await readBack(shared)).rule).toEqual(rule);
});
