import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";
import { isLinear } from "../shared/model-kind";

/** Exhaustive search over all weights, compared with gradient descent and the direct solution. */
export const search = {
  name: "search",
  title: { zh: "穷举", en: "Exhaustive search" },
  group: "training",
  emptyReason: (experiment) =>
    isLinear(experiment) && !experiment.model.bias
      ? null
      : {
          zh: "需要总分和线性输出，没有隐藏层和偏置。",
          en: "Needs totals and a linear output, without hidden layers or bias.",
        },
  load: lazy(() => import("./SearchPicture.svelte")),
} as const satisfies Picture;
