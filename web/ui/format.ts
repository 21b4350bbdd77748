/** Formats numbers for display. */

/** Shown in place of a missing number. */
const NONE = "–";

/** At most `digits` significant digits, no trailing zeros; `–` for what is not finite. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return NONE;
  if (value === 0) return "0";
  const size = Math.abs(value);
  // An integer up to a million is shown with all its digits.
  if (Number.isInteger(value) && size <= 1e6) return signed(String(value));
  if (size < 1e-4 || size >= 1e6) return power(value, Math.min(digits, 3));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return signed(String(Number(value.toFixed(decimals))));
}

/** A fixed number of decimals, so that a number that changes sixty times a second keeps its width. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NONE;
  if (Math.abs(value) >= 1e6) return power(value, Math.min(decimals, 3));
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : signed(text);
}

/** A loss: always five significant digits with trailing zeros, so that it keeps its width. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return NONE;
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-4)) return power(value, 3);
  if (size >= 1000) return formatFixed(value, 1);
  if (size >= 10) return formatFixed(value, 3);
  return formatFixed(value, size >= 0.01 || size === 0 ? 4 : 6);
}

/** A probability from 0 to 1 in percent; below 1 it is never shown as 100 %. */
export function formatPercent(probability: number): string {
  if (!Number.isFinite(probability)) return NONE;
  const percent = Math.round(probability * 100);
  if (percent === 100 && probability < 0.9995) return ">99%";
  if (percent === 0 && probability > 0.0005) return "<1%";
  return `${percent}%`;
}

/** A count with thousands separators. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return NONE;
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number as text for a field: plain digits, or an exponent where that is shorter. */
export function fieldText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const short = Number(value.toPrecision(12));
  const size = Math.abs(short);
  return size > 0 && (size < 1e-4 || size >= 1e9) ? short.toExponential() : String(short);
}

function power(value: number, digits: number): string {
  const [mantissa = "", exponent = "0"] = value.toExponential(digits - 1).split("e");
  return `${signed(String(Number(mantissa)))}×10${superscript(Number(exponent))}`;
}

function signed(text: string): string {
  return text.replace("-", "−");
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)))).join("");
}
