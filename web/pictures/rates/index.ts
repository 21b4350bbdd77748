import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The loss after so many steps against the learning rate, of hundreds of runs. */
export const rates = {
  name: "rates",
  title: { zh: "选多大的学习率？", en: "Which learning rate?" },
  group: "runs",
  load: lazy(() => import("./RatesPicture.svelte")),
} as const satisfies Picture;
