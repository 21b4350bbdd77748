import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** Training and held-out loss against the size of the network. */
export const units = {
  name: "units",
  title: { zh: "要几个神经元？", en: "How many neurons?" },
  group: "runs",
  load: lazy(() => import("./UnitsPicture.svelte")),
} as const satisfies Picture;
