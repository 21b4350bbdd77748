/** Opens the experiment in a link, at the start or while the page is open. */
import type { Store } from "../state/store";
import { FRAGMENT_START } from "./fragment";
import { openFragment } from "./open";

/** Opens the experiment in the page's address, now and whenever the fragment changes. */
export async function openArrivals(store: Store): Promise<void> {
  const open = async (): Promise<void> => {
    if (location.hash.startsWith(FRAGMENT_START)) await openFragment(store, location.hash);
  };
  addEventListener("hashchange", () => void open());
  await open();
}
