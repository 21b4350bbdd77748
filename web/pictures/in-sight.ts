/** Scrolls to a picture that has opened. */

/** When it has all of its parts, usually; in milliseconds. */
const SETTLES = 1000;

/** Where a picture opens below the screen nobody would see that it did; it grows, and so do its neighbours, as their parts arrive. */
export function keepInSight(headingId: string): void {
  const heading = document.getElementById(headingId);
  const pictures = heading?.closest(".pictures");
  if (!heading || !pictures) return;
  heading.style.scrollMarginTop = "0.75rem";
  const growth = new ResizeObserver(() => {
    const { top } = heading.getBoundingClientRect();
    if (top < 0 || top > 0.7 * innerHeight) heading.scrollIntoView();
  });
  growth.observe(pictures);
  const settled = new AbortController();
  settled.signal.onabort = () => growth.disconnect();
  setTimeout(() => settled.abort(), SETTLES);
  // Who goes on meanwhile is not taken back, nor loses what is being pressed from under the pointer.
  for (const hand of ["pointerdown", "wheel", "keydown"] as const) {
    addEventListener(hand, () => settled.abort(), { capture: true, passive: true, signal: settled.signal });
  }
}
