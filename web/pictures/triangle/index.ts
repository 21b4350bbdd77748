import { withModel, withOutput } from "../../edits/edit-model";
import type { Experiment } from "../../engine/engine";
import { lazy } from "../../ui/lazy";
import type { Picture, Way } from "../picture";

/** A triangle of three weights that sum to one, or of three class probabilities. */
export const triangle = {
  name: "triangle",
  title: { zh: "三角图", en: "Triangle" },
  group: "weights",
  empty: (experiment) =>
    hasTriangle(experiment)
      ? null
      : {
          reason: {
            zh: "需要三个和为 1 的权重，或者三个类别的 Softmax 输出。",
            en: "Needs three weights that sum to one, or a softmax of three classes.",
          },
          way: wayToTriangle(experiment),
        },
  load: lazy(() => import("./TrianglePicture.svelte")),
} as const satisfies Picture;

function hasTriangle({ model, table }: Experiment): boolean {
  if (table.classes.length === 3) return model.output === "softmax";
  return model.hidden.length === 0 && model.weights === "sum_to_one" && table.subjects.length === 3;
}

function wayToTriangle({ model, table }: Experiment): Way {
  if (table.classes.length === 3) {
    return {
      label: { zh: "把输出设为 Softmax", en: "Set the output to Softmax" },
      change: (experiment) => withOutput(experiment, "softmax"),
    };
  }
  if (model.hidden.length > 0 || table.subjects.length !== 3) return { opens: "honours" };
  return {
    label: { zh: "让权重的和为 1", en: "Let the weights sum to one" },
    change: (experiment) => withModel(experiment, { weights: "sum_to_one" }),
  };
}
