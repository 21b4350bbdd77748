/** Whether the window has room for rail, stage and strip beside each other, as the style sheets have it. */
export function isWide(): boolean {
  return matchMedia("(width > 73.75rem)").matches;
}
