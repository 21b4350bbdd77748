import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The loss over the learning rate and a second setting. */
export const settings = {
  name: "settings",
  title: { zh: "两个设置一起", en: "Two settings" },
  group: "runs",
  load: lazy(() => import("./SettingsPicture.svelte")),
} as const satisfies Picture;
