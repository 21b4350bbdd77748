import { expect, it } from "vitest";
import { LAST_POSITION, MAX_RATE, MIN_RATE, positionFromRate, rateFromPosition } from "./rate-slider";

it("reaches from 1e-7 to 10", () => {
  expect(rateFromPosition(0)).toBe(MIN_RATE);
  expect(rateFromPosition(LAST_POSITION)).toBe(MAX_RATE);
});

it("every position is the position of its rate", () => {
  for (let position = 0; position <= LAST_POSITION; position += 1) {
    expect(positionFromRate(rateFromPosition(position))).toBe(position);
  }
});

it("meets the round rates exactly", () => {
  for (const rate of [1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1])
    expect(rateFromPosition(positionFromRate(rate))).toBe(rate);
});

it("a typed rate outside the slider's range is at its end", () => {
  expect(positionFromRate(1e-12)).toBe(0);
  expect(positionFromRate(1000)).toBe(LAST_POSITION);
});
