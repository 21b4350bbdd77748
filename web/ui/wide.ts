/** Whether the window has room for rail, stage and strip beside each other, as the style sheets have it. */
export function isWide(): boolean {
  return matchMedia("(width > 73.75rem)").matches;
}

/** A wide window that is low, as a laptop's: there is no room for all at once beside the stage and on it. */
export const LOW_WINDOW = "(width > 73.75rem) and (height < 52rem)";
