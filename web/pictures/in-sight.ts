/** Scrolls to a picture that has just been opened. */

/** Milliseconds after which a picture has usually loaded all of its parts. */
const SETTLES = 1000;

/** Keeps a picture that was opened in view while it and its neighbours grow as their parts load. */
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
  // Stops at the person's next action, so that the page does not scroll under the pointer.
  for (const hand of ["pointerdown", "wheel", "keydown"] as const) {
    addEventListener(hand, () => settled.abort(), { capture: true, passive: true, signal: settled.signal });
  }
}
