/** The size of a network as a setting, and the students that are held out to judge it. */
import { withModel } from "../../edits/edit-model";
import type { Experiment, HiddenLayer } from "../../engine/engine";

/** What the size is: neurons of each hidden layer, or hidden layers. */
export type Kind = "units" | "depth";

export const SIZES: Readonly<Record<Kind, readonly number[]>> = {
  units: [1, 2, 3, 4, 6, 8, 12, 16, 24],
  depth: [0, 1, 2, 3, 4],
};

/** A layer where the experiment has none, as the core makes one. */
const USUAL: HiddenLayer = { units: 4, activation: "tanh" };

/** The experiment with a size taken, as the core's runs have it: neurons that start alike would stay alike. */
export function withSize(experiment: Experiment, kind: Kind, size: number): Experiment {
  const { model } = experiment;
  const [first = USUAL] = model.hidden;
  const layers = model.hidden.length > 0 ? model.hidden : [first];
  const hidden =
    kind === "units"
      ? layers.map((layer) => ({ ...layer, units: size }))
      : Array.from({ length: size }, (_, layer) => model.hidden[layer] ?? first);
  const alike = ["zeros", "constant"].includes(model.initial.kind) && hidden.length > 0;
  const initial = alike || model.initial.kind === "given" ? ({ kind: "xavier_uniform" } as const) : model.initial;
  return withModel(experiment, { hidden, initial });
}

/** The experiment's own size; null where its layers differ. */
export function sizeOf({ model: { hidden } }: Experiment, kind: Kind): number | null {
  if (kind === "depth") return hidden.length;
  const [first] = hidden;
  return first !== undefined && hidden.every(({ units }) => units === first.units) ? first.units : null;
}

/** How many students are trained on and how many held out, as the core parts them (crates/sanhao/src/data/dataset.rs). */
export function partedStudents({ table, training }: Experiment): { trained: number; heldOut: number } {
  const labelled = table.students.filter(
    ({ included, target, scores }) => included && target !== null && !scores.includes(null),
  ).length;
  const heldOut = Math.floor(labelled * training.test_fraction + 1e-9);
  return { trained: labelled - heldOut, heldOut };
}

/** The share of the students that is held out: the experiment's own if it is a student or more, else three of ten where there are enough. */
export function heldOutShare(experiment: Experiment): number {
  const { trained, heldOut } = partedStudents(experiment);
  if (heldOut > 0) return experiment.training.test_fraction;
  return trained >= 10 ? 0.3 : 0;
}
