/** The ends of bars and the like, which grow in round steps while a run goes on, and never shrink. */
import type { Frame } from "../../engine/engine";
import { niceCeil } from "./scale";

export class Growing {
  #furthest = 0;
  #limits: readonly number[] = [];

  /** For each size a round number that it has not passed since the run's start; with a new run they begin anew. */
  limits({ furthest }: Pick<Frame, "furthest">, sizes: readonly number[]): readonly number[] {
    const isNew = furthest === 0 || furthest < this.#furthest || sizes.length !== this.#limits.length;
    this.#furthest = furthest;
    this.#limits = sizes.map((size, index) =>
      Math.max(size > 0 && Number.isFinite(size) ? niceCeil(size) : 0, isNew ? 0 : (this.#limits[index] ?? 0)),
    );
    return this.#limits;
  }

  limit(frame: Pick<Frame, "furthest">, size: number): number {
    return this.limits(frame, [size])[0] ?? 0;
  }
}
