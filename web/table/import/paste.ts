/** What a paste beside every field may bring: a table, an experiment, or a file. */

export interface Pasted {
  readonly plain: string;
  readonly html: string;
  readonly file: File | null;
}

/** Whether a text has more than one line and looks like cells, or like an experiment. A word that was left on the clipboard is none. */
export function isTable(plain: string, html: string): boolean {
  const text = plain.trim();
  if (text === "") return /<table\b/i.test(html);
  return text.startsWith("{") || /<table\b/i.test(text) || (/[\t,;]/.test(text) && /[\r\n]/.test(text));
}
