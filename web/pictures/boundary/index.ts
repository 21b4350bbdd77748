import type { Picture } from "../picture";
import BoundaryPicture from "./BoundaryPicture.svelte";

/** The model's prediction for every pair of scores, with the students over it. */
export const boundary = {
  name: "boundary",
  title: { zh: "分界", en: "Boundary" },
  group: "data",
  needsLab: false,
  component: BoundaryPicture,
} as const satisfies Picture;
