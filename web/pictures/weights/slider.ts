/** A weight as a slider: its keys and its places. */

/** The slider's smallest move: a hundredth of the way from zero to its end. */
export function sliderStep(limit: number): number {
  return limit / 100;
}

/** The weight that a key moves to, a round one; null for a key that is none of the slider's. */
export function movedWeight(weight: number, key: string, limit: number, least = -limit): number | null {
  const from = Number.isFinite(weight) ? weight : 0;
  const moved = (steps: number): number => {
    const step = sliderStep(limit);
    // From step to step, whatever lies between: 0.3003 goes up to 0.31 and down to 0.3.
    const place = steps > 0 ? Math.floor(from / step + 1e-6) : Math.ceil(from / step - 1e-6);
    return within((place + steps) * step);
  };
  const within = (value: number): number => rounded(Math.min(limit, Math.max(least, value)), limit);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return moved(1);
    case "ArrowLeft":
    case "ArrowDown":
      return moved(-1);
    case "PageUp":
      return moved(10);
    case "PageDown":
      return moved(-10);
    case "Home":
      return within(least);
    case "End":
      return within(limit);
    default:
      return null;
  }
}

/** The weight at a part of the track, from 0 at its left end to 1, a round one. */
export function weightAt(part: number, limit: number, least = -limit): number {
  const step = sliderStep(limit) / 2;
  const weight = (Math.min(1, Math.max(0, part)) * 2 - 1) * limit;
  return rounded(Math.max(least, Math.round(weight / step) * step), limit);
}

/** Rounds away the floating-point error. */
function rounded(value: number, limit: number): number {
  const decimals = Math.max(0, Math.min(20, 3 - Math.floor(Math.log10(limit))));
  return Number(value.toFixed(decimals)) || 0;
}
