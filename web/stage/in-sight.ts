/** In a narrow window the page scrolls: what is on the stage comes under the status. */
import { isWide } from "../ui/wide";

export function bringStageIntoSight(): void {
  if (!isWide()) document.querySelector(".stage")?.scrollIntoView({ block: "start" });
}
