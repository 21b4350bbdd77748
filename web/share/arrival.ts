/** Opens the experiment that the page comes with, at the start or while it is open. */
import type { Store } from "../state/store";
import { FRAGMENT_START } from "./fragment";
import { openKept } from "./kept";
import { loadLink, openFragment } from "./open";

/** Opens the experiment in the page's address, now and whenever the fragment changes; else the one kept over a reload. */
export async function openArrivals(store: Store): Promise<void> {
  addEventListener("hashchange", () => void openAddress(store));
  if (location.hash.startsWith(FRAGMENT_START)) await openAddress(store);
  else openKept(store);
}

/**
 * Opens the experiment in the address, which from then on says nothing of it: the experiment may change, and the same link can
 * be opened again.
 */
async function openAddress(store: Store): Promise<void> {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(FRAGMENT_START)) return;
  // Where what reads links does not come, the address keeps the link for another try.
  const canRead = await loadLink().then(
    () => true,
    () => false,
  );
  await openFragment(store, hash);
  if (canRead && location.hash === hash) history.replaceState(history.state, "", pathname + search);
}
