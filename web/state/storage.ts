/** Local storage. The page works without it. */

/** What keeps a text in place of local storage. */
export interface Keeper {
  read(): string | null;
  /** Returns whether the text was stored. */
  write(text: string): boolean;
}

/**
 * Keepers of some keys, in place of local storage: a learning platform keeps the progress of its pupils, so that the next one at the
 * same computer does not find this one's.
 */
export const keepers = new Map<string, Keeper>();

export function readStored(key: string): string | null {
  const keeper = keepers.get(key);
  if (keeper) return keeper.read();
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // forbidden
  }
}

/** Returns whether the text was stored. */
export function writeStored(key: string, text: string): boolean {
  const keeper = keepers.get(key);
  if (keeper) return keeper.write(text);
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false; // forbidden, or full
  }
}
