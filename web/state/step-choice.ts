/** The five stages of a step, in their order. */
export const STAGES = ["data", "prediction", "loss", "gradient", "update"] as const;
export type Stage = (typeof STAGES)[number];

/** Which stage, neuron and weight a step by hand shows. */
export interface StepChoice {
  readonly stage: Stage;
  readonly layer: number;
  readonly unit: number;
  /** An input of the neuron; −1 = its bias. */
  readonly from: number;
}

export const FIRST_STEP: StepChoice = { stage: "data", layer: 0, unit: 0, from: 0 };
