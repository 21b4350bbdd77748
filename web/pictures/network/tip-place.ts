/** Where a box beside a point fits on a picture. */
export interface TipPlace {
  readonly left: number;
  readonly top: number;
}

/** Beside the point on its roomier side; where that is too narrow, below it, or above where there is more room. */
export function tipPlace(
  [x, y]: readonly [number, number],
  tip: { readonly width: number; readonly height: number },
  { width, height }: { readonly width: number; readonly height: number },
  gap: number,
): TipPlace {
  const right = x <= width / 2;
  const beside = right ? x + gap : x - gap - tip.width;
  if (beside >= 0 && beside + tip.width <= width) return { left: beside, top: Math.max(0, y - tip.height / 2) };
  const left = Math.max(0, Math.min(width - tip.width, x - tip.width / 2));
  const below = y + gap;
  const above = y - gap - tip.height;
  return { left, top: below + tip.height > height && above >= 0 ? above : below };
}
