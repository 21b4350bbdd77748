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
  // A picture that has just been opened grows while it loads: what it grows into is to be in sight, too.
  bringElementIntoSight(element, pictureOf(target) === null ? "nearest" : "start");
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
