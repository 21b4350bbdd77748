/** Device pixels per CSS pixel; it changes with zoom, or when the window moves to another screen. */
import { createSubscriber } from "svelte/reactivity";

const subscribe = createSubscriber((update) => {
  let resolution: MediaQueryList;
  const follow = (): void => {
    resolution = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    resolution.addEventListener("change", changed, { once: true });
  };
  const changed = (): void => {
    follow();
    update();
  };
  follow();
  return () => resolution.removeEventListener("change", changed);
});

let least = $state(1);

/** Draws canvases with so many pixels per CSS pixel at least, as paper needs them. */
export function drawAtLeast(ratio: number): void {
  least = ratio;
}

/** Reactive. */
export function pixelRatio(): number {
  subscribe();
  return Math.max(devicePixelRatio, least);
}
