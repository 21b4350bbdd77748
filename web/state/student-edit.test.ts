/** Which student the last change edited, and which weights that edit pulls, by the real core. */
import { beforeAll, expect, it } from "vitest";
import { withTraining } from "../edits/edit-model";
import { withNewStudent, withScore, withStudent, withTarget } from "../edits/edit-table";
import { parametersOf, presetOf } from "../engine/engine";
import { lab } from "../engine/lab";
import { startTestCore } from "./core.testing";
import { Store } from "./store";

beforeAll(startTestCore);

/** Case 1 with squared errors. */
const opened = (): Store => new Store(withTraining(presetOf("weights"), { loss: { kind: "squared" } }));

/** The change of pull by the last edit, to whole numbers. */
function pulls(store: Store): number[] | null {
  const { edit } = store.document;
  if (edit === null) return null;
  return Array.from(lab.editPull(edit.before, edit.after, parametersOf(edit.layers), edit.row), Math.round);
}

it("a higher target pulls all weights up, a higher score its own: from the weights at the time of the edit", () => {
  const store = opened();
  const { document, run } = store;
  document.change(withTarget(document.experiment, 0, 90), { at: "" });
  // 2 × 5 × (90, 80, 70).
  expect(pulls(store)).toEqual([900, 800, 700]);
  document.change(withScore(document.experiment, 0, 1, 82), { at: "" });
  // 2 × 90 × 2.
  expect(pulls(store)).toEqual([0, 360, 0]);
  // 45 + 20.5 + 17.5 is 7 short of 90, and with 98 for 82 in study 3 short.
  run.setParameters(Float32Array.of(0.5, 0.25, 0.25), "");
  document.change(withScore(document.experiment, 0, 1, 98), { at: "" });
  expect(run.frame.updates).toBe(0);
  expect(pulls(store)).toEqual([2 * (3 - 7) * 90, 2 * (3 * 98 - 7 * 82), 2 * (3 - 7) * 70]);
});

it("only an edit of one student's scores or target counts, until the next change", () => {
  const { document } = opened();
  const { experiment } = document;
  document.change(withStudent(experiment, 0, { name: "C" }), { at: "" });
  expect(document.edit).toBeNull();
  document.change(withScore(document.experiment, 1, 0, 97), { at: "" });
  expect(document.edit?.row).toBe(1);
  document.undo();
  expect(document.edit).toBeNull();
  document.change(withScore(document.experiment, 1, 0, 97), { at: "" });
  document.change(withNewStudent(document.experiment, "D"), { at: "" });
  expect(document.edit).toBeNull();
  document.change(withScore(withScore(document.experiment, 1, 0, 96), 0, 0, 91), { at: "" });
  expect(document.edit).toBeNull();
});

it("the edits of a drag are one", () => {
  const store = opened();
  const { document } = store;
  for (const target of [86, 88, 90]) {
    document.change(withTarget(document.experiment, 0, target), { at: "", gesture: "drag" });
  }
  expect(pulls(store)).toEqual([900, 800, 700]);
  document.change(withTarget(document.experiment, 0, 95), { at: "", gesture: "next drag" });
  expect(pulls(store)).toEqual([900, 800, 700]);
});

it("in case 3 an edit pulls the weights of every class, with hidden layers the output", () => {
  const store = new Store(presetOf("honours"));
  const { document } = store;
  const row = document.experiment.table.students.findIndex(({ target }) => target === null);
  const [first = ""] = document.experiment.table.classes;
  document.change(withScore(document.experiment, row, 0, 99), { at: "" });
  expect(pulls(store)).toEqual(Array(9).fill(0));
  document.change(withTarget(document.experiment, row, first), { at: "" });
  const { edit } = document;
  if (edit === null) throw new Error("no edit");
  const changes = lab.editPull(edit.before, edit.after, parametersOf(edit.layers), row);
  expect(changes.filter((change) => change !== 0)).toHaveLength(9);
  document.openCase("layers");
  const [student] = document.experiment.table.students;
  const other = document.experiment.table.classes.find((name) => name !== student?.target) ?? "";
  document.change(withTarget(document.experiment, 0, other), { at: "" });
  expect(pulls(store)?.map(Math.abs)).toEqual([1]);
});
