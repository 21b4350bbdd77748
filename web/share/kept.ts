/** Keeps the experiment and what is looked at while the page is loaded anew: in the memory that the browser has for this tab. */
import type { Store } from "../state/store";
import { loadLink, openText } from "./open";
import { type Shared, textOfShared } from "./shared";
import { viewOf } from "./view";

const KEY = "sanhao.experiment";

/** Keeps the present experiment; returns whether the browser has a memory for it. */
export function keepExperiment(store: Store): boolean {
  try {
    sessionStorage.setItem(KEY, textOf(store));
    return true;
  } catch {
    return false; // forbidden, or full
  }
}

/** Opens the kept experiment if the page has been reloaded; a page opened anew starts with the example. */
export function openKept(store: Store): void {
  const text = takeKept();
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (text !== null && navigation?.type !== "navigate" && text !== textOf(store)) openText(store, text, "reload");
}

/** Loads the page anew with the present experiment. */
export async function reload(store: Store): Promise<void> {
  if (!keepExperiment(store)) {
    const link = await loadLink().catch(() => null);
    location.hash = (await link?.fragmentOfShared(sharedOf(store)).catch(() => null)) ?? "";
  }
  location.reload();
}

function textOf(store: Store): string {
  return textOfShared(sharedOf(store));
}

function sharedOf(store: Store): Shared {
  const { chosen, rule } = store.document;
  return { experiment: chosen, rule, view: viewOf(store) };
}

/** What was kept; once only, so that an experiment that stops the page does not stop it again. */
function takeKept(): string | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text;
  } catch {
    return null; // forbidden
  }
}
