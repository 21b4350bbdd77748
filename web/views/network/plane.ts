/** The plane of scores over which neurons are asked. */
import type { Range } from "../scale";

export interface Plane {
  /** Subjects across and up; the same where there is but one. */
  readonly x: number;
  readonly y: number;
  readonly xRange: Range;
  readonly yRange: Range;
  /** A score for every subject. */
  readonly held: readonly number[];
}
