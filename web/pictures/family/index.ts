import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";
import { isLinear, withLinear } from "../shared/model-kind";

/** All weights that predict every student exactly: a point, a line or a plane. */
export const family = {
  name: "family",
  title: { zh: "为什么不是它", en: "Why not these?" },
  group: "weights",
  empty: (experiment) =>
    isLinear(experiment)
      ? null
      : {
          reason: {
            zh: "需要总分和线性输出，没有隐藏层。",
            en: "Needs totals and a linear output, without hidden layers.",
          },
          way:
            experiment.table.classes.length > 0
              ? { opens: "weights" }
              : { label: { zh: "换成线性模型", en: "Make the model linear" }, change: withLinear },
        },
  load: lazy(() => import("./FamilyPicture.svelte")),
} as const satisfies Picture;
