/** Counts how often a learner has set weights by hand: the weights change without an update. */
import type { Frame } from "../../engine/engine";

export interface Tries {
  readonly count: number;
  readonly frame: Frame | null;
  /** The time of the last change by hand, in milliseconds. */
  readonly moved: number;
}

export const NO_TRIES: Tries = { count: 0, frame: null, moved: Number.NEGATIVE_INFINITY };

/** Changes closer together than this, such as those of a drag, count as one try. */
const ONE_GESTURE = 600;

export function counted(tries: Tries, frame: Frame, fresh: boolean, now: number): Tries {
  const before = tries.frame;
  if (before === null || fresh || before.updates !== frame.updates || !moved(before, frame)) return { ...tries, frame };
  const count = now - tries.moved > ONE_GESTURE ? tries.count + 1 : tries.count;
  return { count, frame, moved: now };
}

function moved({ layers }: Frame, next: Frame): boolean {
  return layers.some(({ weights }, layer) => weights.some((weight, i) => weight !== next.layers[layer]?.weights[i]));
}
