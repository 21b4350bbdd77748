import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The training loss over any two parameters, with the path of gradient descent. */
export const surface = {
  name: "surface",
  title: { zh: "损失曲面", en: "Loss surface" },
  group: "training",
  load: lazy(() => import("./SurfacePicture.svelte")),
} as const satisfies Picture;
