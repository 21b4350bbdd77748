/** The equations of each stage of a step. */

import type { Stage } from "../../state/step-choice";
import { dataEquations } from "./data";
import type { Equation } from "./formula";
import { gradientEquations } from "./gradient";
import { lossEquations } from "./loss";
import { predictionEquations } from "./prediction";
import type { Step } from "./step";
import { updateEquations } from "./update";

const EQUATIONS: Readonly<Record<Stage, (step: Step) => Equation[]>> = {
  data: dataEquations,
  prediction: predictionEquations,
  loss: lossEquations,
  gradient: gradientEquations,
  update: updateEquations,
};

export function equationsOf(stage: Stage, step: Step): Equation[] {
  return EQUATIONS[stage](step);
}
