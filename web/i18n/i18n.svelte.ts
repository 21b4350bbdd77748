/** The reader's language: Chinese first, switched without a reload. */

import { chosenLanguage, type Language } from "./language";
import { en, type Messages } from "./messages.en";
import { zh } from "./messages.zh";

let current = $state<Language>("zh");

/** The language in force; reactive. */
export function language(): Language {
  return current;
}

/** Switches the page's language. */
export function setLanguage(next: Language): void {
  current = next;
}

/** Takes the language that the address asks for, else the browser's. */
export function startLanguage(): void {
  current = chosenLanguage(location.search, navigator.languages);
}

/** Every sentence of the first screen in the language in force; reactive. */
export const m: Messages = dictionary(zh, en);

/** The sentences of a part that is loaded when it is opened; reactive as `m`. */
export function dictionary<Words extends object>(chinese: Words, english: Words): Words {
  return new Proxy(chinese, { get: (_, key) => Reflect.get(current === "zh" ? chinese : english, key) });
}
