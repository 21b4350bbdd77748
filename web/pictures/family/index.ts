import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";
import { isLinear } from "../shared/model-kind";

/** All weights that predict every student exactly: a point, a line or a plane. */
export const family = {
  name: "family",
  title: { zh: "为什么不是它", en: "Why not these?" },
  group: "weights",
  emptyReason: (experiment) =>
    isLinear(experiment)
      ? null
      : {
          zh: "需要总分和线性输出，没有隐藏层。",
          en: "Needs totals and a linear output, without hidden layers.",
        },
  load: lazy(() => import("./FamilyPicture.svelte")),
} as const satisfies Picture;
