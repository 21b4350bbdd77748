import { beforeAll, expect, it } from "vitest";
import { withModel, withTraining } from "../../edits/edit-model";
import { example } from "../../edits/example.testing";
import { Engine, type Experiment, presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { multiplicationsOf, updatesWithin } from "./updates";

beforeAll(startTestCore);

const { students } = example.table;
/** All students at once, by a loss that every output takes. */
const withoutClasses = ({ training }: Experiment): Experiment["training"] => ({
  ...training,
  batch_size: null,
  loss: { kind: "squared" },
});

it("an update multiplies each weight and bias once for every student of its batch", () => {
  const hidden = [{ units: 4, activation: "tanh" } as const];
  const network = withTraining(withModel(example, { hidden }), { batch_size: null });
  const subjects = example.table.subjects.length;
  expect(multiplicationsOf(network)).toBe(((subjects + 1) * 4 + 5) * students.length);
  expect(multiplicationsOf(withTraining(network, { batch_size: 1 })) * students.length).toBe(
    multiplicationsOf(network),
  );
});

it("counts the outputs that the core has for each number of classes", () => {
  for (const output of ["linear", "sigmoid", "softmax"] as const) {
    for (const preset of ["weights", "award", "honours"] as const) {
      if (preset === "weights" && output === "softmax") continue;
      const experiment = withModel({ ...presetOf(preset), training: withoutClasses(presetOf(preset)) }, { output });
      const engine = Engine.of(experiment);
      const { outputs } = engine.frame();
      engine.free();
      const weights = outputs * (experiment.table.subjects.length + 1);
      expect(multiplicationsOf(experiment), `${preset}: ${output}`).toBe(weights * experiment.table.students.length);
    }
  }
});

it("a small class is trained as far as is wanted, a large one for fewer steps, in a round number", () => {
  expect(updatesWithin(5000, 256, 4)).toBe(5000);
  expect(updatesWithin(3000, 128, 12 * 5000)).toBe(100);
  expect(updatesWithin(3000, 128, 1e7)).toBe(20);
});
