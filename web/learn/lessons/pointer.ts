/** Points at parts of the page: a calm ring around them, and brought into sight when asked. */
import type { TargetName } from "./targets";
import { elementOf, pictureOf } from "./targets";

/** Marks the parts; the returned function takes the marks away. */
export function ring(targets: readonly TargetName[]): () => void {
  const marked = targets.map(elementOf).filter((element) => element !== null);
  for (const element of marked) element.dataset.lesson = "";
  return () => {
    for (const element of marked) delete element.dataset.lesson;
  };
}

/** Brings a part into sight, out of a closed fold if it is in one. */
export function bringIntoSight(target: TargetName): void {
  const element = elementOf(target);
  if (element === null) return;
  const fold = element.closest("details");
  if (fold !== null) fold.open = true;
  if (pictureOf(target) === null) bringElementIntoSight(element, "nearest");
  else bringIntoSightAsItGrows(element);
}

/** How long a picture may take to load after it was opened, in milliseconds. */
const LOADING = 3000;

/** A picture that was just opened grows while it loads: what it grows into is to be in sight, too. */
function bringIntoSightAsItGrows(picture: HTMLElement): void {
  const growing = new ResizeObserver(() => bringElementIntoSight(picture, "start"));
  growing.observe(picture);
  setTimeout(() => growing.disconnect(), LOADING);
}

/** Scrolls to an element, calmly where motion is not unwelcome. */
export function bringElementIntoSight(element: HTMLElement, block: ScrollLogicalPosition): void {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, inline: "nearest", behavior: calm ? "auto" : "smooth" });
}

/** Whether the lesson has a column of its own, beside what it talks about. */
export function hasColumn(): boolean {
  return matchMedia("(min-width: 1181px)").matches;
}
