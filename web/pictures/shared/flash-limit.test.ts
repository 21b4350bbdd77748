import { describe, expect, it } from "vitest";
import { FlashLimit, STANDS } from "./flash-limit";

const FRAME = 1000 / 60;
/** A map of 480 × 480 pixels. */
const MAP = 480 ** 2;

/** 256 cells, the first `lit` of which are of one gray and the others white. */
function cells(gray: number, lit = 256): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 * 4 }, (_, at) => (at % 4 === 3 || at >= lit * 4 ? 255 : gray));
}

/** The grays that are shown of those that come frame by frame. */
function shown(grays: readonly number[], { still = false, lit = 256, area = MAP } = {}): number[] {
  const limit = new FlashLimit();
  return grays.flatMap((gray, frame) => {
    const now = frame * FRAME;
    if (limit.wait(cells(gray, lit), area, now, still) > 0) return [];
    limit.shown(cells(gray, lit), now);
    return [gray];
  });
}

const turns = (grays: readonly number[]): number => grays.filter((gray, at) => at > 0 && gray !== grays[at - 1]).length;
const swing = Array.from({ length: 120 }, (_, frame) => (frame % 2 === 0 ? 60 : 200));

describe("FlashLimit", () => {
  it("lets what swings in every frame turn back twice a second", () => {
    expect(turns(swing)).toBe(119);
    expect(turns(shown(swing))).toBe(4);
  });

  it("shows every frame of what goes one way, however fast", () => {
    const darker = Array.from({ length: 120 }, (_, frame) => 250 - 2 * frame);
    expect(shown(darker)).toEqual(darker);
  });

  it("shows what trembles by less than a tenth of the light", () => {
    const trembling = Array.from({ length: 120 }, (_, frame) => 200 + 8 * (frame % 2));
    expect(shown(trembling)).toEqual(trembling);
  });

  it("shows what swings on a small part alone", () => {
    expect(turns(shown(swing, { lit: 20 }))).toBe(119);
    expect(turns(shown(swing, { lit: 40 }))).toBeLessThanOrEqual(4);
  });

  it("limits a small map that swings as a whole", () => {
    expect(turns(shown(swing, { area: 100 ** 2 }))).toBe(4);
  });

  it("tells two colours of one light apart", () => {
    const limit = new FlashLimit();
    const of = (color: readonly number[]) =>
      Uint8ClampedArray.from({ length: 256 * 4 }, (_, at) => color[at % 4] ?? 255);
    const [orange, blue] = [of([222, 155, 106]), of([121, 163, 220])];
    limit.shown(orange, 0);
    limit.shown(blue, FRAME);
    expect(limit.wait(orange, MAP, 2 * FRAME, false)).toBeCloseTo(STANDS - FRAME, 6);
  });

  it("never turns back where motion is unwelcome, and says when to look again", () => {
    expect(turns(shown(swing, { still: true }))).toBe(1);
    const limit = new FlashLimit();
    for (const [at, gray] of [60, 200].entries()) limit.shown(cells(gray), at * FRAME);
    expect(limit.wait(cells(60), MAP, 10_000, true)).toBe(STANDS);
  });

  it("shows another picture at once", () => {
    const limit = new FlashLimit();
    for (const [at, gray] of [60, 200].entries()) limit.shown(cells(gray), at * FRAME);
    limit.restart();
    expect(limit.wait(cells(60), MAP, 2 * FRAME, false)).toBe(0);
  });
});
