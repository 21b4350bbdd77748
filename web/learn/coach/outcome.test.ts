/** What is said of real runs that are right: every number of it is checked against the run's own. */
import { beforeAll, describe, expect, it } from "vitest";
import { Engine, type Experiment, presetOf } from "../../engine/engine";
import { setLanguage } from "../../i18n/i18n.svelte";
import { startTestCore } from "../../state/core.testing";
import { exampleRule, type KnownRule } from "../../state/rule";
import { formatRow } from "../../ui/format";
import { type Outcome, outcomeOf } from "./outcome";
import { outcomeWords as w } from "./outcome-words";

beforeAll(async () => {
  setLanguage("en");
  await startTestCore();
});

const SCHOOL = exampleRule("weights");

function outcome(experiment: Experiment, updates: number, rule: KnownRule | null) {
  const engine = Engine.of(experiment);
  engine.step(updates);
  const frame = engine.frame();
  const { roles } = engine;
  engine.free();
  const errors = [...frame.errors].filter((_, row) => roles[row] === "training").map(Math.abs);
  return { said: outcomeOf({ experiment, frame, roles, rule }), frame, largest: Math.max(...errors) };
}

/** Students with scores that look random, and the total of the rule 0.6, 0.3, 0.1; plain descent on scores ÷ 100. */
function school(students: number, change: Partial<Experiment["model"]> = {}): Experiment {
  const { table, model, training, ...others } = presetOf("weights");
  const score = (seed: number): number => 60 + ((seed * 7919) % 41);
  const rows = Array.from({ length: students }, (_, i) => {
    const scores = [score(i + 1), score(3 * i + 17), score(7 * i + 5)];
    const [moral = 0, study = 0, sport = 0] = scores;
    return { name: `${i}`, scores, target: 0.6 * moral + 0.3 * study + 0.1 * sport, included: true };
  });
  return {
    ...others,
    scaling: "divide_by_100",
    table: { ...table, students: rows },
    model: { ...model, ...change },
    training: {
      ...training,
      loss: { kind: "squared" },
      batch_size: null,
      optimizer: { kind: "sgd" },
      learning_rate: 0.3,
    },
  };
}

const NONE = null;

describe("the outcome of a run of totals", () => {
  it("of the course's two students says by how much the weights differ from the school's, and asks why", () => {
    const { said, frame, largest } = outcome(presetOf("weights"), 20_000, SCHOOL);
    const off = [0.6, 0.3, 0.1].map((weight, i) => Math.abs((frame.layers[0]?.weights[i] ?? 0) - weight).toFixed(2));
    expect(said).toEqual<Outcome>({
      text: `${w.right(2, "Total", true, "0.3")}${w.differ(formatRow(off))}`,
      asksWhy: true,
    });
    expect(said?.text).toBe(
      "Both totals are right to within 0.3; the weights differ from the school's by 0.02\u00a0/\u00a00.01\u00a0/\u00a00.03.",
    );
    expect(largest).toBeGreaterThan(0.2);
    expect(largest).toBeLessThan(0.3);
  });

  it("is none while totals are wrong", () => {
    expect(outcome(presetOf("weights"), 1000, SCHOOL).said).toBeNull();
    expect(outcome(presetOf("weights"), 0, SCHOOL).said).toBeNull();
  });

  it("of three students and more finds the school's weights", () => {
    for (const students of [3, 300, 5000]) {
      const { said, largest } = outcome(school(students), students > 1000 ? 2000 : 60_000, SCHOOL);
      expect(said?.text, `${students}: ${largest}`).toMatch(new RegExp(`^All ${students} totals are right`));
      expect(said?.text).toContain(w.same);
      expect(said?.asksWhy).toBe(false);
    }
  });

  it("tells nothing of a rule that is kept secret, and of an unknown one only what the equations tell", () => {
    const kept = { weights: [0.6, 0.3, 0.1], threshold: null, kept: true, made: true };
    expect(outcome(presetOf("weights"), 20_000, kept).said).toMatchObject({
      text: expect.stringContaining(w.secret),
      asksWhy: false,
    });
    const open = outcome(presetOf("weights"), 20_000, NONE).said;
    expect(open).toMatchObject({ text: expect.stringContaining(w.others), asksWhy: true });
    const settled = outcome(school(300), 60_000, NONE).said;
    expect(settled?.text).toMatch(/^All 300 totals are right to within [\d.]+\.$/);
    // Two students and a sum of one are three equations.
    const { model, ...others } = presetOf("weights");
    const sum = { ...others, model: { ...model, weights: "sum_to_one" as const } };
    expect(outcome(sum, 30_000, NONE).said?.text).not.toContain(w.others);
  });

  it("counts only those who are trained on, and says so", () => {
    const some = school(20);
    const { said } = outcome({ ...some, training: { ...some.training, test_fraction: 0.5 } }, 60_000, SCHOOL);
    expect(said?.text).toMatch(/^All 10 totals in training are right/);
  });

  it("is none where targets are classes, or hardly differ", () => {
    expect(outcome(presetOf("award"), 1000, null).said).toBeNull();
    const { table, ...others } = school(20);
    const near = table.students.map((student, i) => ({ ...student, target: 1000 + (i % 2) / 100 }));
    const alike = { ...others, table: { ...table, students: near } };
    const { said, largest } = outcome(alike, 3000, null);
    expect(said === null || largest <= 0.0005, String(largest)).toBe(true);
  });
});
