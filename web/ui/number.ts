/** Parses typed numbers. */

/** Maps full-width digits and signs of a Chinese input method, and the minus sign shown on the page, to ASCII. */
const FULL_WIDTH = /[０-９．＋－ｅＥ]/g;

/** Powers of ten as the page writes them, as people type them (2×10^-5), and as spreadsheets do (2e-5). */
const POWER = /^([+-]?)(?:([\d.]+)[×x*])?10(?:\^([+-]?\d+)|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/i;

/** The number, or null if the text is not a number. Commas are refused, since their meaning depends on the country. */
export function numberFromText(text: string): number | null {
  const plain = text
    .trim()
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/−/g, "-")
    .replace(
      POWER,
      (_, sign: string, factor = "1", typed?: string, raised = "") => `${sign}${factor}e${typed ?? lowered(raised)}`,
    );
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

function lowered(raised: string): string {
  return raised.replace(/./g, (sign) => (sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))));
}
