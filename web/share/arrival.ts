/** A link may bring an experiment along, at the start or while the page is open. */
import { EngineError } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { START } from "./start";

/** Takes the experiment that the address carries, now and whenever it changes. */
export function openArrivals(store: Store): Promise<void> {
  const open = async (): Promise<void> => {
    const { hash } = location;
    if (!hash.startsWith(START)) return;
    try {
      const { openFragment } = await import("./open");
      await openFragment(store, hash);
    } catch {
      store.problems.refuse("link", new EngineError(m.part.failed, null));
    }
  };
  addEventListener("hashchange", () => void open());
  return open();
}
