/** Where a run stands on its way, and back from a place on the loss chart. */
import type { Experiment, Role } from "../../engine/engine";
import type { Scale } from "../shared/scale";

export interface Timeline {
  /** The update that is shown. */
  readonly updates: number;
  /** The first and the last update that there is a way back to. */
  readonly beginning: number;
  readonly furthest: number;
  readonly updatesPerEpoch: number;
}

/** Updates from one epoch to the next: one a batch, the last of which may be smaller. */
export function updatesPerEpoch({ training }: Experiment, roles: readonly Role[]): number {
  const students = roles.filter((role) => role === "training").length;
  return Math.max(1, Math.ceil(students / (training.batch_size ?? Math.max(1, students))));
}

/** The epoch that is shown, with the part of it that is done. */
export function epochOf({ updates, updatesPerEpoch }: Timeline): number {
  return updates / updatesPerEpoch;
}

/** The update nearest to a place on the axis of epochs, of those that there is a way back to. */
export function updateAt({ beginning, furthest, updatesPerEpoch }: Timeline, x: Scale, px: number): number {
  return Math.min(furthest, Math.max(beginning, Math.round(x.scoreFromPx(px) * updatesPerEpoch)));
}
