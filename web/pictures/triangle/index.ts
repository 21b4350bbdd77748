import type { Experiment } from "../../engine/engine";
import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** A triangle of three weights that sum to one, or of three class probabilities. */
export const triangle = {
  name: "triangle",
  title: { zh: "三角图", en: "Triangle" },
  group: "weights",
  emptyReason: (experiment) =>
    hasTriangle(experiment)
      ? null
      : {
          zh: "需要三个和为 1 的权重，或者三个类别的 Softmax 输出。",
          en: "Needs three weights that sum to one, or a softmax of three classes.",
        },
  load: lazy(() => import("./TrianglePicture.svelte")),
} as const satisfies Picture;

function hasTriangle({ model, table }: Experiment): boolean {
  if (table.classes.length === 3) return model.output === "softmax";
  return model.hidden.length === 0 && model.weights === "sum_to_one" && table.subjects.length === 3;
}
