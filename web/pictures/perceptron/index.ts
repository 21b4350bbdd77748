import { withHidden } from "../../edits/edit-model";
import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** A network without hidden layers: a student's scores, each times its weight, and their sum. */
export const perceptron = {
  name: "perceptron",
  title: { zh: "感知机", en: "Perceptron" },
  group: "weights",
  empty: ({ model }) =>
    model.hidden.length > 0
      ? {
          reason: { zh: "有隐藏层时，请看“网络”图。", en: "With hidden layers, see the picture “Network”." },
          way: {
            label: { zh: "删去隐藏层", en: "Remove the hidden layers" },
            change: (experiment) => withHidden(experiment, []),
          },
        }
      : null,
  load: lazy(() => import("./PerceptronPicture.svelte")),
} as const satisfies Picture;
