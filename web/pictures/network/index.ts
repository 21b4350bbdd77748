import { lazy } from "../../ui/lazy";
import type { Picture } from "../picture";

/** The network as nodes and edges, each neuron with its activations. */
export const network = {
  name: "network",
  title: { zh: "网络", en: "Network" },
  group: "weights",
  load: lazy(() => import("./NetworkPicture.svelte")),
} as const satisfies Picture;
