/** The language of the page, Chinese by default; it switches without a reload. */

import { chosenLanguage, type Language } from "../state/language";
import { en, type Messages } from "./messages.en";
import { zh } from "./messages.zh";

let current = $state<Language>("zh");

/** The present language; reactive. */
export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
}

/** Applies the language in the address, else the browser's. */
export function startLanguage(): void {
  current = chosenLanguage(location.search, navigator.languages);
}

/** A short text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** A text in the present language; reactive. */
export function say(text: Text): string {
  return text[current];
}

/** The dictionary of a part of the page in the present language; reactive. */
export function dictionary<Words extends object>(chinese: Words, english: Words): Words {
  return new Proxy(chinese, { get: (_, key) => Reflect.get(current === "zh" ? chinese : english, key) });
}

/** Every sentence of the first screen. */
export const m: Messages = dictionary<Messages>(zh, en);
