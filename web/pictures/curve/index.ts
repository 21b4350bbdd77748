import { withOutput } from "../../edits/edit-model";
import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The sigmoid over the weighted total; of a network with hidden layers its activation functions. */
export const curve = {
  name: "curve",
  title: ({ model }) =>
    model.hidden.length > 0 ? { zh: "激活函数", en: "Activation functions" } : { zh: "S 曲线", en: "S-curve" },
  group: "data",
  empty: ({ model, table }) =>
    model.hidden.length === 0 && model.output !== "sigmoid"
      ? {
          reason: { zh: "需要 Sigmoid 输出，或者有隐藏层。", en: "Needs a sigmoid output or hidden layers." },
          // An output from 0 to 1 predicts no totals.
          way:
            table.classes.length === 0
              ? { opens: "award" }
              : {
                  label: { zh: "把输出设为 Sigmoid", en: "Set the output to Sigmoid" },
                  change: (experiment) => withOutput(experiment, "sigmoid"),
                },
        }
      : null,
  load: lazy(() => import("./CurvePicture.svelte")),
} as const satisfies Picture;
