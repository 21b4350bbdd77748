/**
 * Formats numbers for display. The page has one notation: plain decimals from 0.00001 to below a million, a × 10ⁿ outside of it,
 * U+2212 for minus.
 */

/** Shown in place of a missing number. */
const NONE = "–";

/** Whether a number is written in plain decimals. */
export function isPlain(value: number): boolean {
  const size = Math.abs(value);
  return size === 0 || (size >= 1e-5 && size < 1e6);
}

/** At most `digits` significant digits, no trailing zeros; `–` for what is not finite. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return NONE;
  if (value === 0) return "0";
  if (!isPlain(value)) return power(value, Math.min(digits, 3));
  // Whole numbers have all their digits.
  if (Number.isInteger(value)) return signed(String(value));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return signed(String(Number(value.toFixed(decimals))));
}

/** A fixed number of decimals, so that a number that changes sixty times a second keeps its width. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NONE;
  if (Math.abs(value) >= 1 && !isPlain(value)) return power(value, Math.min(decimals, 3));
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : signed(text);
}

/** A total or its error in the table: two decimals, fewer from 100 and none from 1,000 on, which fits the column. */
export function formatTotal(value: number): string {
  const size = Math.abs(value);
  return isPlain(value) && size >= 100 ? signed(value.toFixed(size < 1000 ? 1 : 0)) : formatFixed(value, 2);
}

/** A loss: always five significant digits with trailing zeros, so that it keeps its width. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return NONE;
  if (!isPlain(value)) return power(value, 3);
  const size = Math.abs(value);
  if (size >= 1000) return formatFixed(value, 1);
  if (size >= 10) return formatFixed(value, 3);
  if (size >= 0.01 || size === 0) return formatFixed(value, 4);
  return formatFixed(value, size >= 1e-4 ? 6 : 8);
}

/** Less than the share of one student in the largest table. */
const NOBODY = 1 / 40_000;

/** A probability or a share from 0 to 1 in percent: all but one student are never shown as 100 %, nor one as 0 %. */
export function formatPercent(probability: number): string {
  if (!Number.isFinite(probability)) return NONE;
  const percent = Math.round(probability * 100);
  if (percent === 100 && probability < 1 - NOBODY) return ">99%";
  if (percent === 0 && probability > NOBODY) return "<1%";
  return `${percent}%`;
}

/** A count with thousands separators. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return NONE;
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number with all its digits, as a field shows it; whole numbers below 10¹² (a random seed) without a power of ten. */
export function fieldText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const short = Number(value.toPrecision(12));
  const isWhole = Number.isInteger(short) && Math.abs(short) < 1e12;
  return isPlain(short) || isWhole ? signed(String(short)) : power(short, 12);
}

function power(value: number, digits: number): string {
  const [mantissa = "", exponent = "0"] = value.toExponential(digits - 1).split("e");
  const factor = signed(String(Number(mantissa)));
  const ten = `10${superscript(Number(exponent))}`;
  return Math.abs(Number(mantissa)) === 1 ? factor.replace("1", ten) : `${factor}×${ten}`;
}

function signed(text: string): string {
  return text.replace("-", "−");
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))).join("");
}

/** Numbers that belong together, 0.02 / 0.01 / 0.03: a few of them on one line. */
export function formatRow(numbers: readonly string[]): string {
  return numbers.join(numbers.length > 4 ? " / " : "\u00a0/\u00a0");
}
