/** The reader's language: Chinese first, switched without a reload. */

import { chosenLanguage, type Language } from "./language";
import { en, type Messages } from "./messages.en";
import { zh } from "./messages.zh";

const DICTIONARIES: Readonly<Record<Language, Messages>> = { zh, en };

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

/** Every sentence of the page in the language in force; reactive. */
export const m: Messages = new Proxy(zh, {
  get: (_, key) => Reflect.get(DICTIONARIES[current], key),
});
