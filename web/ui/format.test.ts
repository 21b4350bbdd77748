import { describe, expect, it } from "vitest";
import { fieldText, formatCount, formatFixed, formatLoss, formatNumber, formatPercent, formatTotal } from "./format";
import { numberFromText } from "./number";

describe("formatNumber", () => {
  it("shows a dash for a number that is not finite", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(formatNumber(value)).toBe("–");
      expect(formatFixed(value, 2)).toBe("–");
      expect(formatLoss(value)).toBe("–");
      expect(formatPercent(value)).toBe("–");
      expect(formatCount(value)).toBe("–");
    }
  });

  it("keeps four significant digits and drops trailing zeros", () => {
    expect(formatNumber(0.600254)).toBe("0.6003");
    expect(formatNumber(84.5)).toBe("84.5");
    expect(formatNumber(12345.67)).toBe("12346");
    expect(formatNumber(-0.25)).toBe("−0.25");
  });

  it("writes plain decimals from 0.00001 to a million, and powers of ten outside", () => {
    expect([1e-5, 1.234e-5, 0.00004, 999_999].map((value) => formatNumber(value))).toEqual([
      "0.00001",
      "0.00001234",
      "0.00004",
      "999999",
    ]);
    expect([1e-7, 2.5e-6, 1e6, -1e6, -2e30, 1.2345e7].map((value) => formatNumber(value))).toEqual([
      "10⁻⁷",
      "2.5×10⁻⁶",
      "10⁶",
      "−10⁶",
      "−2×10³⁰",
      "1.23×10⁷",
    ]);
  });
});

it("a fixed number never shows minus zero", () => {
  expect(formatFixed(-0.0001, 2)).toBe("0.00");
  expect(formatFixed(-1.5, 2)).toBe("−1.50");
  expect([82.576, -218.39, 2522.39, -2437.6, 3e7].map(formatTotal)).toEqual([
    "82.58",
    "−218.4",
    "2522",
    "−2438",
    "3×10⁷",
  ]);
});

it("a loss has the same number of digits at every size", () => {
  expect(formatLoss(67.1152)).toBe("67.115");
  expect(formatLoss(0.5)).toBe("0.5000");
  expect(formatLoss(0.00123)).toBe("0.001230");
  expect(formatLoss(0.0000123)).toBe("0.00001230");
  expect(formatLoss(0)).toBe("0.0000");
});

it("a probability is never rounded to certainty", () => {
  expect(formatPercent(0.997)).toBe(">99%");
  expect(formatPercent(0.99999)).toBe("100%");
  expect(formatPercent(0.003)).toBe("<1%");
  expect(formatPercent(0.5)).toBe("50%");
});

it("a single student of 20,000, the most that a table has, is not rounded away", () => {
  expect(formatPercent(Math.fround(19_999 / 20_000))).toBe(">99%");
  expect(formatPercent(Math.fround(1 / 20_000))).toBe("<1%");
  expect([formatPercent(0), formatPercent(1)]).toEqual(["0%", "100%"]);
});

it("a field's text reads back as the same number", () => {
  for (const value of [0, 1e-7, 0.00001, 0.001, 0.03, 10, 85, 1e-10, -2.5e-9, 123456, 4294967295, 1.5e300, -3.25])
    expect(numberFromText(fieldText(value))).toBe(value);
  expect([1e-7, 2e-6, 0.00002, 4294967295].map(fieldText)).toEqual(["10⁻⁷", "2×10⁻⁶", "0.00002", "4294967295"]);
});

it("counts are grouped in thousands", () => {
  expect(formatCount(1234567)).toBe("1,234,567");
  expect(formatCount(12)).toBe("12");
});
