import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The sigmoid over the weighted total; of a network with hidden layers its activation functions. */
export const curve = {
  name: "curve",
  title: ({ model }) =>
    model.hidden.length > 0 ? { zh: "激活函数", en: "Activation functions" } : { zh: "S 曲线", en: "S-curve" },
  group: "data",
  emptyReason: ({ model }) =>
    model.hidden.length === 0 && model.output !== "sigmoid"
      ? { zh: "需要 Sigmoid 输出，或者有隐藏层。", en: "Needs a sigmoid output or hidden layers." }
      : null,
  load: lazy(() => import("./CurvePicture.svelte")),
} as const satisfies Picture;
