/** What a browser keeps for a person from one visit to the next. A browser that keeps nothing takes nothing away. */

export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // forbidden
  }
}

/** Whether it was kept. */
export function keep(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false; // forbidden, or full
  }
}
