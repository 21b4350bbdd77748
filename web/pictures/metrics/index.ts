import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** Accuracy, errors and the confusion matrix, for training and held-out students. */
export const metrics = {
  name: "metrics",
  title: { zh: "指标", en: "Metrics" },
  group: "data",
  load: lazy(() => import("./MetricsPicture.svelte")),
} as const satisfies Picture;
