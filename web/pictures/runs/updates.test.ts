import { expect, it } from "vitest";
import { withModel, withTraining } from "../../edits/edit-model";
import { example } from "../../edits/example.testing";
import { multiplicationsOf, updatesWithin } from "./updates";

const { students } = example.table;

it("an update multiplies each weight and bias once for every student of its batch", () => {
  const hidden = [{ units: 4, activation: "tanh" } as const];
  const network = withTraining(withModel(example, { hidden }), { batch_size: null });
  const subjects = example.table.subjects.length;
  expect(multiplicationsOf(network)).toBe(((subjects + 1) * 4 + 5) * students.length);
  expect(multiplicationsOf(withTraining(network, { batch_size: 1 })) * students.length).toBe(
    multiplicationsOf(network),
  );
});

it("a small class is trained as far as is wanted, a large one for fewer steps, in a round number", () => {
  expect(updatesWithin(5000, 256, 4)).toBe(5000);
  expect(updatesWithin(3000, 128, 12 * 5000)).toBe(100);
  expect(updatesWithin(3000, 128, 1e7)).toBe(20);
});
