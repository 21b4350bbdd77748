/** Highlights parts of the page with a ring, and scrolls to them on request. */
import type { TargetName } from "./targets";
import { elementOf, pictureOf } from "./targets";

/** Highlights the parts; the returned function removes the highlights. */
export function ring(targets: readonly TargetName[]): () => void {
  const marked = targets.map(elementOf).filter((element) => element !== null);
  for (const element of marked) element.dataset.lesson = "";
  return () => {
    for (const element of marked) delete element.dataset.lesson;
  };
}

/** Scrolls to a part; opens the `<details>` that contains it, if any. */
export function bringIntoSight(target: TargetName): void {
  const element = elementOf(target);
  if (element === null) return;
  const fold = element.closest("details");
  if (fold !== null) fold.open = true;
  if (pictureOf(target) === null) bringElementIntoSight(element, "nearest");
  else bringIntoSightAsItGrows(element);
}

/** The time in which a picture is expected to load after it was opened, in milliseconds. */
const LOADING = 3000;

/** A picture that was just opened grows while it loads, so scrolling follows its size for a while. */
function bringIntoSightAsItGrows(picture: HTMLElement): void {
  const growing = new ResizeObserver(() => bringElementIntoSight(picture, "start"));
  growing.observe(picture);
  setTimeout(() => growing.disconnect(), LOADING);
}

/** Scrolls to an element, smoothly unless reduced motion is preferred. */
export function bringElementIntoSight(element: HTMLElement, block: ScrollLogicalPosition): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, inline: "nearest", behavior: calm ? "auto" : "smooth" });
}
