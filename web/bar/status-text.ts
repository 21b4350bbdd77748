/** What a run is doing, in words. */
import type { Diagnosis, Frame } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { formatLoss, formatNumber, formatPercent } from "../ui/format";

export interface StatusText {
  readonly name: string;
  readonly advice: string;
}

/** Below this part the loss is said not to change. */
const MIN_SHARE = 1e-4;

/** The status of a run and what it means; null while it learns. */
export function textOf(
  diagnosis: Diagnosis,
  { accuracy, heldOutAccuracy }: Pick<Frame, "accuracy" | "heldOutAccuracy">,
): StatusText | null {
  const { status } = m;
  switch (diagnosis.kind) {
    case "learning":
      return null;
    case "slow": {
      const { share } = diagnosis;
      const { name, still, advice } = status.slow;
      return { name, advice: share < MIN_SHARE ? still : advice(`${formatNumber(100 * share, 1)}%`) };
    }
    case "minimum": {
      const { name, right, error, accuracy: correct } = status.minimum;
      if (diagnosis.largest_error !== null) return { name, advice: error(formatNumber(diagnosis.largest_error, 2)) };
      return { name, advice: accuracy === 1 ? right : correct(formatPercent(accuracy)) };
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
      return { name, advice: heldOutAccuracy < 1 ? heldOut(formatPercent(heldOutAccuracy)) : advice };
    }
    default:
      return status[diagnosis.kind];
  }
}
