/** The theme, light or dark: the system's, until a person chooses one. */
import { readStored, writeStored } from "../state/storage";

export const THEMES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** index.html reads the same key before this code has loaded. */
const KEY = "sanhao.theme";

let chosen = $state<ThemeChoice>("system");
let system: MediaQueryList | null = null;
let forced: MediaQueryList | null = null;
let onPaper = false;

/** The chosen theme; reactive. */
export function themeChoice(): ThemeChoice {
  return chosen;
}

export function chooseTheme(next: ThemeChoice): void {
  chosen = next;
  writeStored(KEY, next);
  apply();
}

/** Applies the stored theme, else the system's, and follows changes of the system's. */
export function startTheme(): void {
  const kept = readStored(KEY);
  chosen = THEMES.find((theme) => theme === kept) ?? "system";
  system = matchMedia("(prefers-color-scheme: dark)");
  forced = matchMedia("(forced-colors: active)");
  system.addEventListener("change", apply);
  forced.addEventListener("change", apply);
  apply();
}

/** Shows light colours, whatever was chosen, while something is drawn for paper. */
export function forPaper(paper: boolean): void {
  onPaper = paper;
  apply();
}

function apply(): void {
  // Where the system forces its colours, its ground is light or dark, whatever was chosen here.
  const choice = forced?.matches ? "system" : chosen;
  const dark = !onPaper && (choice === "dark" || (choice === "system" && system?.matches === true));
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
