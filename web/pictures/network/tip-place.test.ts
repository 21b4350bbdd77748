import { describe, expect, it } from "vitest";
import { tipPlace } from "./tip-place";

const tip = { width: 100, height: 60 };
const room = (width: number) => ({ width, height: 300 });

describe("tipPlace", () => {
  it("is beside the point, on the side with more room", () => {
    expect(tipPlace([50, 100], tip, room(400), 10)).toEqual({ left: 60, top: 70 });
    expect(tipPlace([350, 100], tip, room(400), 10)).toEqual({ left: 240, top: 70 });
  });

  it("is below the point where no side is wide enough, and inside", () => {
    expect(tipPlace([75, 100], tip, room(150), 10)).toEqual({ left: 25, top: 110 });
    expect(tipPlace([10, 100], tip, room(105), 10)).toEqual({ left: 0, top: 110 });
  });

  it("is above the point where there is no room below", () => {
    expect(tipPlace([75, 250], tip, room(150), 10)).toEqual({ left: 25, top: 180 });
    expect(tipPlace([75, 60], tip, { width: 150, height: 100 }, 10).top).toBe(70);
  });

  it("does not pass the upper edge", () => {
    expect(tipPlace([50, 5], tip, room(400), 10).top).toBe(0);
  });
});
