import { englishName } from "../../i18n/words";
import { shortName } from "../../ui/short-name";
import type { Picture } from "../picture";
import BoundaryPicture from "./BoundaryPicture.svelte";

/** Characters of the target's name in the title. */
const LONGEST = 12;

/** The model's prediction for every pair of scores, with the students over it. */
export const boundary = {
  name: "boundary",
  // Only classes are divided by a boundary.
  title: ({ table }) =>
    table.classes.length > 0
      ? { zh: "决策边界", en: "Decision boundary" }
      : {
          zh: `${shortName(table.target, LONGEST)}预测图`,
          en: `Predicted ${shortName(englishName(table.target), LONGEST)}`,
        },
  group: "data",
  component: BoundaryPicture,
} as const satisfies Picture;
