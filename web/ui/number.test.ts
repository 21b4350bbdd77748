import { expect, it } from "vitest";
import { numberFromText } from "./number";

it("reads numbers as people type them", () => {
  const typed: [string, number][] = [
    ["85", 85],
    [" 0.001 ", 0.001],
    ["1e-3", 0.001],
    ["10⁻⁷", 1e-7],
    ["−2.5×10⁻⁶", -2.5e-6],
    ["3x10^5", 3e5],
    [".5", 0.5],
    ["-3.", -3],
    ["−2", -2],
    ["９５．５", 95.5],
  ];
  for (const [text, number] of typed) expect(numberFromText(text), text).toBe(number);
});

it("refuses text that is not entirely a number", () => {
  for (const text of [
    "",
    "九十",
    "9O",
    "1,5",
    "1 2",
    "NaN",
    "Infinity",
    "0x10",
    "--1",
    "e5",
    ".",
    "10^",
    "×10⁻⁷",
    "2×10",
    "10⁻",
  ]) {
    expect(numberFromText(text), text).toBeNull();
  }
});
