/** Device pixels a CSS pixel; another one after a zoom, or on another screen. */

let ratio = $state(1);

function follow(): void {
  ratio = devicePixelRatio;
  matchMedia(`(resolution: ${ratio}dppx)`).addEventListener("change", follow, { once: true });
}
follow();

/** Reactive. */
export function pixelRatio(): number {
  return ratio;
}
