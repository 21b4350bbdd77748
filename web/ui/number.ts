/** Numbers as a person types them. */

/** Full-width digits and signs as a Chinese keyboard makes them, and the minus sign that the page itself shows. */
const FULL_WIDTH = /[０-９．＋－ｅＥ]/g;

/** The number, or null where the text is none. Commas are not guessed at: 1,5 is a number here and another there. */
export function numberFromText(text: string): number | null {
  const plain = text
    .trim()
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace("−", "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
