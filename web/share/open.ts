/** Opens what was shared: by a link's fragment or by a file. */
import { EngineError } from "../engine/engine";
import { dictionary } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { textFromFragment } from "./fragment";
import { ShareError, sharedFromText } from "./shared";
import { shareEn } from "./words.en";
import { shareZh } from "./words.zh";

const words = dictionary(shareZh, shareEn);

/** Takes the experiment of a link; where it carries none, says why and changes nothing. */
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

/** Takes the experiment that a text is, with the rule behind it. */
export function openText(store: Store, text: string, from: "link" | "file"): boolean {
  try {
    const { experiment, rule } = sharedFromText(text);
    store.run.pause();
    if (!store.document.replace(experiment, from, rule)) return false;
    store.looking.selected = null;
    return true;
  } catch (thrown) {
    // What has the outline of an experiment and breaks the page's own look at it is none.
    const fault = thrown instanceof ShareError ? thrown.fault : "unlike";
    store.problems.refuse(from, new EngineError(words.faults[fault][from], null));
    return false;
  }
}
