import { withHidden } from "../../edits/edit-model";
import type { Picture } from "../picture";
import WeightsPicture from "./WeightsPicture.svelte";

/** The weights of a network without hidden layers, and how they changed over the epochs. */
export const weights = {
  name: "weights",
  title: { zh: "权重", en: "Weights" },
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
  component: WeightsPicture,
} as const satisfies Picture;
