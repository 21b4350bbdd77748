/** Opens a shared experiment from a link or a file. */
import { EngineError } from "../engine/engine";
import { m, say } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { failureOf, lazy } from "../ui/lazy";
import { faultWords as words } from "./fault-words";
import { readView } from "./read-view";
import { type Shared, ShareError, sharedFromText } from "./shared";
import { showView } from "./view";
import type { ViewFault } from "./view-reading";

/** Reads and writes links. */
export const loadLink = lazy(() => import("./link"));

/** Opens the experiment in a link's fragment. If there is none, reports why and changes nothing. */
export async function openFragment(store: Store, hash: string): Promise<boolean> {
  try {
    const { sharedFromFragment } = await loadLink();
    return openShared(store, await sharedFromFragment(hash), "link");
  } catch (thrown) {
    return refuse(store, thrown, "link");
  }
}

/** Opens the experiment in a text, with the rule behind its table and what was looked at. */
export function openText(store: Store, text: string, from: "link" | "file" | "reload"): boolean {
  try {
    return openShared(store, sharedFromText(text), from);
  } catch (thrown) {
    return refuse(store, thrown, from);
  }
}

function openShared(store: Store, { experiment, rule, view }: Shared, from: "link" | "file" | "reload"): boolean {
  if (!store.document.replace(experiment, placeOf(from), rule)) return false;
  store.run.pause();
  store.looking.selected = null;
  if (view !== undefined) openView(store, view, from === "reload");
  return true;
}

function refuse(store: Store, thrown: unknown, from: "link" | "file" | "reload"): false {
  const at = placeOf(from);
  const missing = failureOf(thrown) !== "broken";
  // Any other error means that the text only looked like an experiment.
  const fault = thrown instanceof ShareError ? thrown.fault : "unlike";
  store.problems.refuse(at, new EngineError(missing ? m.part.failed : words.faults[fault][at], null));
  return false;
}

function placeOf(from: "link" | "file" | "reload"): "link" | "file" {
  return from === "file" ? "file" : "link";
}

/** The most faults that are said of one view. */
const MAX_SAID = 3;

/** Shows what was looked at, as far as it fits the experiment, and says what does not. A reload keeps pictures without content, and the lesson where it is. */
function openView(store: Store, value: unknown, reloaded: boolean): void {
  const { view, faults } = readView(value, store.document.experiment, reloaded);
  showView(store, view, !reloaded);
  if (faults.length === 0) return;
  const said = faults.slice(0, MAX_SAID).map(sayFault);
  if (faults.length > MAX_SAID) said.push(words.more(faults.length - MAX_SAID));
  store.problems.refuse("view", new EngineError(said.join(words.semicolon), null));
}

/** What of a view is not shown, and why. */
export function sayFault({ place, value, rule }: ViewFault): string {
  if (rule.kind !== "empty") return words.viewFault(place, value, words.view[rule.kind]);
  return words.empty(say(rule.title), say(rule.reason).replace(/[.。]$/, ""));
}
