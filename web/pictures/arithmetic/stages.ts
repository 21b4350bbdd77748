/** The five stages of a step, in their order. */

export const STAGES = ["data", "prediction", "loss", "gradient", "update"] as const;
export type Stage = (typeof STAGES)[number];
