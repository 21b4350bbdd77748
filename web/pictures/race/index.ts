import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** Up to four runs that differ in one setting, side by side. */
export const race = {
  name: "race",
  title: { zh: "赛跑", en: "Race" },
  group: "training",
  load: lazy(() => import("./RacePicture.svelte")),
} as const satisfies Picture;
