/** A link may bring an experiment along, at the start or while the page is open. */
import type { Store } from "../state/store";
import { FRAGMENT_START } from "./fragment";
import { openFragment } from "./open";

/** Takes the experiment that the address carries, now and whenever it changes. */
export async function openArrivals(store: Store): Promise<void> {
  const open = async (): Promise<void> => {
    if (location.hash.startsWith(FRAGMENT_START)) await openFragment(store, location.hash);
  };
  addEventListener("hashchange", () => void open());
  await open();
}
