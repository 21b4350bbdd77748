import { afterEach, expect, test } from "vitest";
import { m, setLanguage } from "./i18n.svelte";
import { en } from "./messages.en";
import { zh } from "./messages.zh";
import { Spoken } from "./spoken.svelte";

afterEach(() => setLanguage("zh"));

test("what was told last follows the language", () => {
  const spoken = new Spoken();
  expect(spoken.current).toBe("");
  spoken.say(() => m.data.copied(2, 3));
  expect(spoken.current).toBe(zh.data.copied(2, 3));
  setLanguage("en");
  expect(spoken.current).toBe(en.data.copied(2, 3));
});
