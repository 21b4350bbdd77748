/** No experiment stops the page: the core refuses it in words, or the page shows what the core took. */
import { beforeAll, describe, expect, it } from "vitest";
import { Engine, type Frame, parametersOf, presetOf } from "../engine/engine";
import { en } from "../i18n/messages.en";
import { zh } from "../i18n/messages.zh";
import { refusalEn } from "../i18n/refusals.en";
import { refusalZh } from "../i18n/refusals.zh";
import { reasonOf } from "../i18n/sentence";
import { englishName } from "../i18n/words";
import { openText } from "../share/open";
import { textOfShared } from "../share/shared";
import { CASES } from "./cases";
import { startTestCore } from "./core.testing";
import { Store } from "./store";
import { wrongFields } from "./wrong-fields.testing";

beforeAll(startTestCore);

/** In one text: to compare the arrays themselves takes a test ten times as long. */
function numbersOf({ layers, predictions, loss }: Frame): string {
  return [...parametersOf(layers), ...predictions, loss].join();
}

// Some thousand runs are begun.
describe.each(CASES)("the example %s with one field wrong", { timeout: 60_000 }, (preset) => {
  it("is refused in both languages and changes nothing, or is shown as the core took it", () => {
    const store = new Store(presetOf(preset));
    let [taken, refused] = [0, 0];
    for (const { change, experiment } of wrongFields(presetOf(preset))) {
      const before = store.document.experiment;
      if (store.document.replace(experiment, "link")) {
        taken += 1;
        const now = store.document.experiment;
        const engine = Engine.of(now);
        expect(numbersOf(store.run.frame), change).toBe(numbersOf(engine.frame()));
        engine.free();
        // Every field is there, and each of the type that the page relies on.
        expect(now.table.students.every(({ target, included }) => target !== undefined && included !== undefined)).toBe(
          true,
        );
        const { subjects, classes, target, students } = now.table;
        for (const name of [...subjects, ...classes, target, ...students.map((student) => student.name)]) {
          expect(typeof englishName(name), change).toBe("string");
        }
        expect(store.document.replace(before, "link")).toBe(true);
      } else {
        refused += 1;
        expect(store.document.experiment, change).toBe(before);
        const problem = store.problems.current;
        expect(problem?.at).toBe("link");
        const table = problem?.names ?? before.table;
        for (const [messages, refusal] of [
          [zh, refusalZh],
          [en, refusalEn],
        ] as const) {
          const reason = problem && reasonOf(problem.error, { messages, refusal, table, local: englishName });
          expect(reason, change).toMatch(/\S/);
          expect(reason, change).not.toMatch(/function|\[object|undefined/);
        }
      }
    }
    expect(taken).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(500);
  });
});

it("a student without a target is to be predicted, and one without a place in training takes part", () => {
  const store = new Store(presetOf("weights"));
  const experiment = presetOf("weights");
  const students = experiment.table.students.map(({ name, scores, target }, i) =>
    i === 0 ? { name, scores } : { name, scores, target },
  );
  expect(openText(store, JSON.stringify({ ...experiment, table: { ...experiment.table, students } }), "link")).toBe(
    true,
  );
  expect(store.document.experiment.table.students[0]).toMatchObject({ target: null, included: true });
  expect(store.run.roles[0]).not.toBe("training");
});

it("a refused link names the student and the subject of that link, not of the page", () => {
  const store = new Store(presetOf("weights"));
  const experiment = presetOf("weights");
  experiment.table.subjects[0] = "语文";
  experiment.table.students[0] = { name: "李雷", scores: [1e9, 1, 1], target: 1, included: true };
  expect(openText(store, textOfShared({ experiment }), "link")).toBe(false);
  const { error, names } = store.problems.current ?? {};
  if (error === undefined || names === undefined) throw new Error("the page shows no problem");
  expect(reasonOf(error, { messages: zh, refusal: refusalZh, table: names, local: (name) => name })).toMatch(
    /^李雷的语文：/,
  );
});
