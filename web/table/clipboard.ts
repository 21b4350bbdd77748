/** Blocks of cells as spreadsheets hand them over: tab-separated text, or the table of a web page. */

import { rowsOf } from "./delimited";

/** What lies in the clipboard: its text, else its web page; text that is a web page's source is read as one. */
export function blockOfClipboard(plain: string, html: string): string[][] {
  if (plain.trim() === "" && html !== "") return blockOfHtml(html);
  return /<t[rdh][\s>]/i.test(plain) ? blockOfHtml(plain) : blockOfText(plain);
}

export function blockOfText(text: string): string[][] {
  return withoutEmptyEnd([...rowsOf(text, "\t")].map(({ cells }) => cells));
}

/** Spreadsheets end the last line as well, some several times. */
function withoutEmptyEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  // A single empty cell is a block, too.
  return rows.slice(0, Math.max(1, last + 1));
}

/** The cells of a web page's first rows of cells; nothing of the page is run or fetched. */
export function blockOfHtml(html: string): string[][] {
  const bare = html.replace(/<!--[\s\S]*?-->|<(style|script|head)\b[\s\S]*?<\/\1>/gi, "");
  const rows = bare.split(/<tr\b[^>]*>/i).slice(1);
  return withoutEmptyEnd(rows.map(cellsOfRow).filter((row) => row.length > 0));
}

function cellsOfRow(row: string): string[] {
  return row.split(/(?=<t[dh]\b)/i).flatMap((part) => {
    const opened = /^<t[dh]\b([^>]*)>/i.exec(part);
    if (opened === null) return [];
    const inside = part.slice(opened[0].length).split(/<\/(?:t[dh]|tr|table)>/i)[0] ?? "";
    // A cell over several columns has its text in the first of them.
    const columns = Number(/colspan\s*=\s*"?(\d+)/i.exec(opened[1] ?? "")?.[1] ?? 1);
    return [plainText(inside), ...Array<string>(Math.min(100, Math.max(0, columns - 1))).fill("")];
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function plainText(html: string): string {
  const text = html.replace(/<br\s*\/?>/gi, " ").replace(/<[^>]*>/g, "");
  return text
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
