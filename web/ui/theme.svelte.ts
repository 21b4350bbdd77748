/** Light or dark: the system's choice until a person makes one. */
import { keep, readKept } from "../state/kept";

export const THEMES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** index.html reads the same key before the page's code has arrived. */
const KEY = "sanhao.theme";

let chosen = $state<ThemeChoice>("system");
let system: MediaQueryList | null = null;

/** What was chosen; reactive. */
export function themeChoice(): ThemeChoice {
  return chosen;
}

export function chooseTheme(next: ThemeChoice): void {
  chosen = next;
  keep(KEY, next);
  apply();
}

/** Takes the theme that was kept, else the system's, and follows the system from then on. */
export function startTheme(): void {
  const kept = readKept(KEY);
  chosen = THEMES.find((theme) => theme === kept) ?? "system";
  system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", apply);
  apply();
}

function apply(): void {
  const dark = chosen === "dark" || (chosen === "system" && system?.matches === true);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
