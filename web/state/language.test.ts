import { expect, it } from "vitest";
import { chosenLanguage } from "./language";

it("the address decides", () => {
  expect(chosenLanguage("?lang=en", ["zh-CN"])).toBe("en");
  expect(chosenLanguage("?x=1&lang=zh-Hans", ["en-GB"])).toBe("zh");
});

it("without a language in the address the browser's first known language decides", () => {
  expect(chosenLanguage("", ["fr", "en-US", "zh"])).toBe("en");
  expect(chosenLanguage("?lang=klingon", ["zh-TW"])).toBe("zh");
});

it("a reader of neither language gets Chinese", () => {
  expect(chosenLanguage("", ["fr"])).toBe("zh");
});
