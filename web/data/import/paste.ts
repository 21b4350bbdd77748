/** A table may be pasted anywhere on the page where a paste has no other meaning. */

export interface Pasted {
  readonly plain: string;
  readonly html: string;
  readonly file: File | null;
}

/** What a paste brings, where it is a table, a file or an experiment; null where it is somebody else's or nothing of these. */
export function pastedTable(event: ClipboardEvent): Pasted | null {
  const { clipboardData: data, target } = event;
  if (data === null || event.defaultPrevented) return null;
  if (target instanceof Element && target.closest(TAKES_PASTE) !== null) return null;
  const pasted = {
    plain: data.getData("text/plain"),
    html: data.getData("text/html"),
    file: data.files[0] ?? null,
  };
  if (isTable(pasted.plain, pasted.html)) return { ...pasted, file: null };
  // Spreadsheets put a picture of their cells beside the text: only where there is no text is it the picture that is meant.
  return pasted.file !== null && pasted.plain === "" ? pasted : null;
}

/** Whether a text has more than one line and looks like cells, or like an experiment. A word that was left on the clipboard is none. */
export function isTable(plain: string, html: string): boolean {
  const text = plain.trim();
  if (text === "") return /<table\b/i.test(html);
  return text.startsWith("{") || /<table\b/i.test(text) || (/[\t,;]/.test(text) && /[\r\n]/.test(text));
}

const TAKES_PASTE =
  "input:not([type=range], [type=checkbox], [type=file]), textarea, [contenteditable], [role=grid], dialog";
