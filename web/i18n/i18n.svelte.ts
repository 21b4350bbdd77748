/** The reader's language: Chinese first, switched without a reload. Only the language that is read is loaded. */

import { chosenLanguage, type Language } from "./language";
import type { Messages } from "./messages.en";

const DICTIONARIES: Readonly<Record<Language, () => Promise<Messages>>> = {
  zh: async () => (await import("./messages.zh")).zh,
  en: async () => (await import("./messages.en")).en,
};

let current = $state<Language>("zh");
let words = $state.raw<Partial<Messages>>({});

/** The language in force; reactive. */
export function language(): Language {
  return current;
}

/** Switches the page's language once its words are there; where they cannot be loaded nothing changes and it throws. */
export async function setLanguage(next: Language): Promise<void> {
  words = await DICTIONARIES[next]();
  current = next;
}

/** Takes the language that the address asks for, else the browser's. Nothing is shown before. */
export function startLanguage(): Promise<void> {
  return setLanguage(chosenLanguage(location.search, navigator.languages));
}

/** Every sentence of the first screen in the language in force; reactive. */
export const m: Messages = new Proxy({} as Messages, { get: (_, key) => Reflect.get(words, key) });

/** A short text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** A text in the language in force; reactive. */
export function say(text: Text): string {
  return text[current];
}

/** The sentences of a part that is loaded when it is opened, in the language in force; reactive as `m`. */
export function dictionary<Words extends object>(chinese: Words, english: Words): Words {
  return new Proxy(chinese, { get: (_, key) => Reflect.get(current === "zh" ? chinese : english, key) });
}
