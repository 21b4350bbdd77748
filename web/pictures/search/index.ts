import { withModel } from "../../edits/edit-model";
import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";
import { isLinear, withLinear } from "../shared/model-kind";

/** Exhaustive search over all weights, compared with gradient descent and the direct solution. */
export const search = {
  name: "search",
  title: { zh: "穷举", en: "Exhaustive search" },
  group: "training",
  empty: (experiment) =>
    isLinear(experiment) && !experiment.model.bias
      ? null
      : {
          reason: {
            zh: "需要总分和线性输出，没有隐藏层和偏置。",
            en: "Needs totals and a linear output, without hidden layers or bias.",
          },
          way:
            experiment.table.classes.length > 0
              ? { opens: "weights" }
              : {
                  label: isLinear(experiment)
                    ? { zh: "去掉偏置", en: "Remove the bias" }
                    : { zh: "换成没有偏置的线性模型", en: "Make the model linear, without bias" },
                  change: (one) => withModel(withLinear(one), { bias: false }),
                },
        },
  load: lazy(() => import("./SearchPicture.svelte")),
} as const satisfies Picture;
