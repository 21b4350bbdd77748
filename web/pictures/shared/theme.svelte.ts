/** The theme in force, read again when the page's colours change. */
import { createSubscriber } from "svelte/reactivity";
import { readTheme, type Theme } from "./theme";

let theme: Theme | null = null;

const subscribe = createSubscriber((update) => {
  const forget = (): void => {
    theme = null;
    update();
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const forced = matchMedia("(forced-colors: active)");
  const attributes = new MutationObserver(forget);
  attributes.observe(document.documentElement, { attributeFilter: ["class", "style", "data-theme", "lang"] });
  dark.addEventListener("change", forget);
  contrast.addEventListener("change", forget);
  forced.addEventListener("change", forget);
  // Text is larger in a large window.
  addEventListener("resize", forget);
  return () => {
    attributes.disconnect();
    dark.removeEventListener("change", forget);
    contrast.removeEventListener("change", forget);
    forced.removeEventListener("change", forget);
    removeEventListener("resize", forget);
    theme = null;
  };
});

export function currentTheme(): Theme {
  subscribe();
  theme ??= readTheme(document.body);
  return theme;
}
