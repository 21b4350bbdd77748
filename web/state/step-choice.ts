/** The five stages of a step, in their order. */
export const STAGES = ["data", "prediction", "loss", "gradient", "update"] as const;
export type Stage = (typeof STAGES)[number];

/** What of a step by hand is followed. */
export interface StepChoice {
  readonly stage: Stage;
  readonly layer: number;
  readonly unit: number;
  /** An input of the neuron; −1 = its bias. */
  readonly from: number;
}

export const FIRST_STEP: StepChoice = { stage: "data", layer: 0, unit: 0, from: 0 };
