/** The first table of an HTML text, as spreadsheets and web pages put it on the clipboard, and as some save it as .xls. */

/** Its cells separated by tabs, each in quotes; null where there is no table. */
export function textFromHtml(html: string): string | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return null;
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => quoted(cell.textContent ?? "")).join("\t"));
  return rows.join("\n");
}

function quoted(cell: string): string {
  return `"${cell.replace(/\s+/g, " ").replaceAll('"', '""')}"`;
}
