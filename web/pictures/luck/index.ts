import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The same training from many starts: what of a result is luck. */
export const luck = {
  name: "luck",
  title: { zh: "是不是运气？", en: "Was that luck?" },
  group: "runs",
  load: lazy(() => import("./LuckPicture.svelte")),
} as const satisfies Picture;
