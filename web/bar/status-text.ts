/** What a run is doing, in words. */
import type { Diagnosis, Frame, Role } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { countOf } from "../learn/coach/outcome";
import { formatLoss, formatNumber } from "../ui/format";

export interface StatusText {
  readonly name: string;
  readonly advice: string;
}

/** Below this part the loss is said not to change. */
const MIN_SHARE = 1e-4;

/** The status of a run and what it means; null while it learns. `right`: whether all of its numbers are right. */
export function textOf(
  diagnosis: Diagnosis,
  { accuracy, heldOutAccuracy }: Pick<Frame, "accuracy" | "heldOutAccuracy">,
  roles: readonly Role[],
  right: boolean,
): StatusText | null {
  const { status } = m;
  const count = (share: number, of: Role) => countOf(share, roles.filter((role) => role === of).length);
  switch (diagnosis.kind) {
    case "learning":
      return null;
    case "slow": {
      const { share } = diagnosis;
      const { name, still, stillRight, advice } = status.slow;
      if (share >= MIN_SHARE) return { name, advice: advice(`${formatNumber(100 * share, 1)}%`) };
      return { name, advice: right || accuracy === 1 ? stillRight : still };
    }
    case "minimum": {
      const { name, error, accuracy: correct } = status.minimum;
      if (diagnosis.largest_error !== null) return { name, advice: error(formatNumber(diagnosis.largest_error, 2)) };
      return { name, advice: accuracy === 1 ? status.allRight : correct(...count(accuracy, "training")) };
    }
    case "swinging": {
      const { name, advice, worse } = status.swinging;
      return {
        name,
        advice: (diagnosis.worse ? worse : advice)(formatLoss(diagnosis.low), formatLoss(diagnosis.high)),
      };
    }
    case "separable": {
      const { name, advice, heldOut } = status.separable;
      return { name, advice: heldOutAccuracy < 1 ? heldOut(...count(heldOutAccuracy, "held_out")) : advice };
    }
    default:
      return status[diagnosis.kind];
  }
}
