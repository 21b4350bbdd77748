/** Pictures that change places move there, where motion is welcome and the browser can show it. */
import { tick } from "svelte";

/** The process of a page in WebKitGTK 2.50 ends in a transition (tests/engines). */
const fails = navigator.vendor.startsWith("Apple");

/** Makes a change of the stage. What has the same `view-transition-name` before and after moves from its place to the other. */
export async function moving(change: () => void): Promise<void> {
  const changed = (): Promise<void> => {
    change();
    return tick();
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || fails || !("startViewTransition" in document)) return changed();
  const transition = document.startViewTransition(changed);
  // It is refused where another change comes before it is over.
  transition.ready.catch(() => {});
  await transition.updateCallbackDone;
}
