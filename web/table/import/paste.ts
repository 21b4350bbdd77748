/** Decides whether a paste outside all fields contains a table or an experiment. */

/** Whether a text looks like a table of more than one line, or like an experiment. */
export function isTable(plain: string, html: string): boolean {
  const text = plain.trim();
  if (text === "") return /<table\b/i.test(html);
  return text.startsWith("{") || /<table\b/i.test(text) || (/[\t,;]/.test(text) && /[\r\n]/.test(text));
}
