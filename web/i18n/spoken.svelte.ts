/** What a screen reader was told last. */
import { untrack } from "svelte";
import { language } from "./i18n.svelte";

export class Spoken {
  #sentence = $state.raw((): string => "");

  /** In the present language; numbers that have changed since are not told again. */
  readonly current: string = $derived.by(() => {
    void language();
    return untrack(this.#sentence);
  });

  /** `sentence` is asked once more where the language is switched, when what it is about may be no longer there. */
  say(sentence: () => string): void {
    this.#sentence = sentence;
  }
}
