import { isWide } from "../ui/wide";

/** In a narrow window the page scrolls: what is on the stage comes under the status. */
export function bringStageIntoSight(): void {
  if (!isWide()) document.querySelector(".stage")?.scrollIntoView({ block: "start" });
}

/** Pixels beside a button for the ring of its focus. */
const RING = 4;

/** In a narrow window the pictures' names stand in a row that scrolls: it goes to the one on the stage. The page stays where it is. */
export function bringPressedIntoSight(row: HTMLElement): void {
  const pressed = row.querySelector("[aria-pressed=true]")?.getBoundingClientRect();
  if (!pressed) return;
  const { left, right } = row.getBoundingClientRect();
  const past = Math.max(0, pressed.right + RING - right);
  row.scrollLeft += pressed.left - RING - past < left ? pressed.left - RING - left : past;
}
