/** The browser's memory, which may be forbidden or full: lessons then work, and begin anew next time. */
const KEY = "sanhao.lessons";

export function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function remember(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Nothing is lost but the marks.
  }
}
