/** The five stages of a step, in their order. */

import { dataEquations } from "./data";
import type { Equation } from "./formula";
import { gradientEquations } from "./gradient";
import { lossEquations } from "./loss";
import { predictionEquations } from "./prediction";
import type { Step } from "./step";
import { updateEquations } from "./update";

export const STAGES = ["data", "prediction", "loss", "gradient", "update"] as const;
export type Stage = (typeof STAGES)[number];

const EQUATIONS: Readonly<Record<Stage, (step: Step) => Equation[]>> = {
  data: dataEquations,
  prediction: predictionEquations,
  loss: lossEquations,
  gradient: gradientEquations,
  update: updateEquations,
};

/** What a stage works out. */
export function equationsOf(stage: Stage, step: Step): Equation[] {
  return EQUATIONS[stage](step);
}
