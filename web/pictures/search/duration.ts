/** How long something takes, in the unit that a person would use. */

export type Unit = "milliseconds" | "seconds" | "minutes" | "hours" | "days" | "years";

export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

/** Milliseconds in each unit, the longest first. */
const UNITS: readonly (readonly [Unit, number])[] = [
  ["years", 365.25 * 24 * 3_600_000],
  ["days", 24 * 3_600_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1000],
  ["milliseconds", 1],
];

/** With two digits, and at least one of its unit where a longer one would be less than one. */
export function durationOf(milliseconds: number): Duration {
  const [unit, size] = UNITS.find(([, size]) => milliseconds >= size) ?? ["milliseconds", 1];
  return { count: Number((milliseconds / size).toPrecision(2)), unit };
}
