/** In what the runs of a race differ. */
export const DIFFERENCES = ["learning_rate", "optimizer", "scaling", "batch_size", "depth"] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** The value of the setting in a lane: a number, a choice, or null for a batch of all students. */
export type LaneValue = number | string | null;

/** The most runs side by side. */
export const MAX_LANES = 4;

export interface RaceChoice {
  readonly difference: Difference;
  /** The values that were chosen for each setting; of another one they follow from the experiment. */
  readonly values: Readonly<Partial<Record<Difference, readonly LaneValue[]>>>;
}

export const FIRST_RACE: RaceChoice = { difference: "learning_rate", values: {} };
