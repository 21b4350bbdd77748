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
  if (pictureOf(target) !== null) bringIntoSightAsStageGrows(element, "start");
  else if (target === "loss_curve") bringIntoSightAsStageGrows(element, "nearest");
  else bringElementIntoSight(element, "nearest");
}

/** The time in which a picture is expected to load after it was opened, in milliseconds. */
const LOADING = 3000;
let following: ResizeObserver | null = null;

/** A picture that was just opened grows while it loads, and moves what is below it: scrolling follows for a while. */
function bringIntoSightAsStageGrows(element: HTMLElement, block: ScrollLogicalPosition): void {
  following?.disconnect();
  const growing = new ResizeObserver(() => bringElementIntoSight(element, block));
  following = growing;
  growing.observe(element.closest("article") ?? document.querySelector(".stage") ?? element);
  setTimeout(() => growing.disconnect(), LOADING);
}

/** Scrolls to an element, smoothly unless reduced motion is preferred. */
export function bringElementIntoSight(element: HTMLElement, block: ScrollLogicalPosition): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, inline: "nearest", behavior: calm ? "auto" : "smooth" });
}
