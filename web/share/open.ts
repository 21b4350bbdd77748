/** Opens a shared experiment from a link or a file. */
import { EngineError } from "../engine/engine";
import { say } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { faultWords as words } from "./fault-words";
import { textFromFragment } from "./fragment";
import { ShareError, sharedFromText } from "./shared";
import { readView, showView, type ViewFault } from "./view";

/** Opens the experiment in a link's fragment. If there is none, reports why and changes nothing. */
export async function openFragment(store: Store, hash: string): Promise<boolean> {
  let text = "";
  try {
    text = await textFromFragment(hash);
  } catch {
    store.problems.refuse("link", new EngineError(words.faults.damaged.link, null));
    return false;
  }
  return openText(store, text, "link");
}

/** Opens the experiment in a text, with the rule behind its table and what was looked at. */
export function openText(store: Store, text: string, from: "link" | "file" | "reload"): boolean {
  const at = from === "file" ? "file" : "link";
  try {
    const { experiment, rule, view } = sharedFromText(text);
    if (!store.document.replace(experiment, at, rule)) return false;
    store.run.pause();
    store.looking.selected = null;
    if (view !== undefined) openView(store, view, from === "reload");
    return true;
  } catch (thrown) {
    // Any other error means that the text only looked like an experiment.
    const fault = thrown instanceof ShareError ? thrown.fault : "unlike";
    store.problems.refuse(at, new EngineError(words.faults[fault][at], null));
    return false;
  }
}

/** The most faults that are said of one view. */
const MAX_SAID = 3;

/** Shows what was looked at, as far as it fits the experiment, and says what does not. A reload keeps pictures without content. */
function openView(store: Store, value: unknown, empty: boolean): void {
  const { view, faults } = readView(value, store.document.experiment, empty);
  showView(store, view);
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
