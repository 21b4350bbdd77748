/** Reads an HTML table, as spreadsheets and web pages put it on the clipboard and some programs save it as .xls. */

/** The largest number of rows or columns that a merged cell may span. */
const MAX_SPAN = 100;

/** The part of the Trusted Types API that is used here; TypeScript's DOM does not have it. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown };
}
const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
/** A parsed document runs no script and is put nowhere, so that the HTML may hold anything. */
const inert = trustedTypes?.createPolicy("sanhao-inert-html", { createHTML: (html) => html });

/** The page's content policy allows no styles in HTML: browsers would report each one that a spreadsheet puts there. */
function withoutStyles(html: string): string {
  const withoutElements = html.replace(/<style\b[^>]*>.*?<\/style>/gis, "");
  return withoutElements.replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, ""));
}

/**
 * The texts of the first table's cells, one row for each `<tr>`. A merged cell has its text in its first position and
 * empty texts in the others. Null if there is no row. No script in the HTML runs and nothing is fetched.
 */
export function cellsOfHtml(html: string): string[][] | null {
  // The parser drops rows outside a table.
  const source = withoutStyles(/<table\b/i.test(html) ? html : `<table>${html}</table>`);
  // The types of the DOM know the string alone.
  const trusted = (inert?.createHTML(source) ?? source) as string;
  const table = new DOMParser().parseFromString(trusted, "text/html").querySelector("table");
  const rows = [...(table?.rows ?? [])].filter((row) => row.cells.length > 0);
  const texts: string[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    const line = texts[top] ?? [];
    let left = 0;
    for (const cell of row.cells) {
      // A merged cell of a row above may cover this position.
      while (line[left] !== undefined) left += 1;
      const right = left + Math.min(cell.colSpan, MAX_SPAN);
      const bottom = top + Math.min(Math.max(1, cell.rowSpan), MAX_SPAN);
      for (const covered of texts.slice(top, bottom)) {
        for (let column = left; column < right; column += 1) covered[column] = "";
      }
      line[left] = textOf(cell);
      left = right;
    }
  }
  // A row may end before a merged cell of a row above begins; the gap is filled with empty texts.
  return texts.length > 0 ? texts.map((row) => Array.from(row, (text) => text ?? "")) : null;
}

/** The visible text on one line. */
function textOf(cell: HTMLTableCellElement): string {
  for (const element of cell.querySelectorAll("script, style")) element.remove();
  for (const lineBreak of cell.querySelectorAll("br")) lineBreak.replaceWith(" ");
  return cell.textContent.replace(/\s+/g, " ").trim();
}
