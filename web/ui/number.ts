/** Parses typed numbers. */

/** Maps full-width digits and signs of a Chinese input method, and the minus sign shown on the page, to ASCII. */
const FULL_WIDTH = /[０-９．＋－ｅＥ]/g;

/** The number, or null if the text is not a number. Commas are refused, since their meaning depends on the country. */
export function numberFromText(text: string): number | null {
  const plain = text
    .trim()
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace("−", "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
