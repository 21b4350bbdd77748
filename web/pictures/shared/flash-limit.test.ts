import { describe, expect, it } from "vitest";
import { FlashLimit, SIDE, STANDS } from "./flash-limit";

const FRAME = 1000 / 60;
const MAP = { width: 480, height: 480 };
const everywhere = (): boolean => true;

const CELLS = SIDE * SIDE;

/** The cells of a map, of one gray where they swing and white elsewhere. */
function cells(gray: number, swings: (cell: number) => boolean = everywhere): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: CELLS * 4 }, (_, at) =>
    at % 4 === 3 || !swings(Math.floor(at / 4)) ? 255 : gray,
  );
}

/** The grays that are shown of those that come frame by frame. */
function shown(
  grays: readonly number[],
  { still = false, swings = everywhere as (cell: number) => boolean, covered = MAP } = {},
): number[] {
  const limit = new FlashLimit();
  return grays.flatMap((gray, frame) => {
    const now = frame * FRAME;
    if (limit.wait(cells(gray, swings), covered, now, still) > 0) return [];
    limit.shown(cells(gray, swings), now);
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
    expect(turns(shown(swing, { swings: (cell) => cell < 0.08 * CELLS }))).toBe(119);
    expect(turns(shown(swing, { swings: (cell) => cell < 0.16 * CELLS }))).toBeLessThanOrEqual(4);
  });

  it("shows what swings along a line of a large map, and limits as many cells in one place", () => {
    const large = { width: 1120, height: 1120 };
    const line = (cell: number): boolean => Math.floor(cell / SIDE) === 7 || Math.floor(cell / SIDE) === 8;
    const square = (cell: number): boolean => Math.floor(cell / SIDE) < 10 && cell % SIDE < 10;
    expect(turns(shown(swing, { swings: line, covered: large }))).toBe(119);
    expect(turns(shown(swing, { swings: square, covered: large }))).toBe(4);
  });

  it("lets each place turn back half a second after it turned itself, whatever others do", () => {
    const limit = new FlashLimit();
    const half = (first: number, second: number): Uint8ClampedArray =>
      Uint8ClampedArray.from({ length: CELLS * 4 }, (_, at) => (at < CELLS * 2 ? first : second));
    limit.shown(half(60, 60), 0);
    limit.shown(half(200, 60), 10);
    limit.shown(half(200, 200), 400);
    expect(limit.wait(half(60, 200), MAP, 520, false)).toBe(0);
    expect(limit.wait(half(200, 60), MAP, 520, false)).toBe(380);
  });

  it("limits a small map that swings as a whole", () => {
    expect(turns(shown(swing, { covered: { width: 100, height: 100 } }))).toBe(4);
  });

  it("tells two colours of one light apart", () => {
    const limit = new FlashLimit();
    const of = (color: readonly number[]) =>
      Uint8ClampedArray.from({ length: CELLS * 4 }, (_, at) => color[at % 4] ?? 255);
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
