import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The next training step with every number written out. */
export const arithmetic = {
  name: "arithmetic",
  title: { zh: "算一步", en: "Step by hand" },
  group: "training",
  load: lazy(() => import("./ArithmeticPicture.svelte")),
} as const satisfies Picture;
