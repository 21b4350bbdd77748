/** Opens a shared experiment from a link or a file. */
import { EngineError } from "../engine/engine";
import { dictionary } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { textFromFragment } from "./fragment";
import { ShareError, sharedFromText } from "./shared";
import { shareEn } from "./words.en";
import { shareZh } from "./words.zh";

const words = dictionary(shareZh, shareEn);

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

/** Opens the experiment in a text, with the rule behind its table. */
export function openText(store: Store, text: string, from: "link" | "file"): boolean {
  try {
    const { experiment, rule } = sharedFromText(text);
    if (!store.document.replace(experiment, from, rule)) return false;
    store.run.pause();
    store.looking.selected = null;
    return true;
  } catch (thrown) {
    // Any other error means that the text only looked like an experiment.
    const fault = thrown instanceof ShareError ? thrown.fault : "unlike";
    store.problems.refuse(from, new EngineError(words.faults[fault][from], null));
    return false;
  }
}
