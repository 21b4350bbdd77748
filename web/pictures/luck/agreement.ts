/** How far many starts agree: at each point of a map the share of them that give each class. */
import type { Rgb } from "../../engine/engine";
import type { ScorePlane } from "../../engine/lab";
import type { Axes } from "../shared/marks";
import type { Range } from "../shared/scale";
import { mixedRgb } from "../shared/theme";

/** Points along each side of the map. */
export const SIDE = 48;
/** Rows that are asked for at once. */
const STRIP = 2;

/** Asks the runs row by row, so that no frame waits for all of them. */
export class Agreement {
  /** One list a class, SIDE × SIDE, the top row first. */
  readonly shares: readonly Float32Array[];
  readonly #ask: (classIndex: number, plane: ScorePlane, columns: number, rows: number) => Float32Array;
  readonly #plane: ScorePlane;
  #row = 0;

  constructor(
    ask: (classIndex: number, plane: ScorePlane, columns: number, rows: number) => Float32Array,
    plane: ScorePlane,
    classes: number,
  ) {
    this.#ask = ask;
    this.#plane = plane;
    this.shares = Array.from({ length: classes }, () => new Float32Array(SIDE * SIDE));
  }

  get finished(): boolean {
    return this.#row >= SIDE;
  }

  /** The next rows. */
  step(): void {
    const [low, high] = this.#plane.yRange;
    const height = (row: number): number => high - (row / (SIDE - 1)) * (high - low);
    const yRange: [number, number] = [height(this.#row + STRIP - 1), height(this.#row)];
    this.shares.forEach((shares, classIndex) => {
      shares.set(this.#ask(classIndex, { ...this.#plane, yRange }, SIDE, STRIP), this.#row * SIDE);
    });
    this.#row += STRIP;
  }
}

/** The scores at a point of the map, whose ends have points too. */
export function scoresAt(point: number, { x, y }: Readonly<Record<keyof Axes, Range>>): readonly [number, number] {
  const [column, row] = [point % SIDE, Math.floor(point / SIDE)];
  return [x[0] + (column / (SIDE - 1)) * (x[1] - x[0]), y[1] - (row / (SIDE - 1)) * (y[1] - y[0])];
}

/** The point of the map nearest to some scores. */
export function pointNear(
  [across, up]: readonly [number, number],
  { x, y }: Readonly<Record<keyof Axes, Range>>,
): number {
  const place = (share: number): number => Math.min(SIDE - 1, Math.max(0, Math.round(share * (SIDE - 1))));
  return place((y[1] - up) / (y[1] - y[0])) * SIDE + place((across - x[0]) / (x[1] - x[0]));
}

/** The classes that starts give at a point with their shares, the largest first. */
export function sharesAt(
  shares: readonly Float32Array[],
  point: number,
): { readonly classIndex: number; readonly share: number }[] {
  return shares
    .map((of, classIndex) => ({ classIndex, share: of[point] ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** The class that most starts give at a point, and their share. */
export function mostAt(
  shares: readonly Float32Array[],
  point: number,
): { readonly classIndex: number; readonly share: number } {
  let most = { classIndex: 0, share: 0 };
  shares.forEach((of, classIndex) => {
    const share = of[point] ?? 0;
    if (share > most.share) most = { classIndex, share };
  });
  return most;
}

/** The part of the map on which nine of ten starts say the same. */
export function sureShare(shares: readonly Float32Array[]): number {
  let sure = 0;
  for (let point = 0; point < SIDE * SIDE; point += 1) if (mostAt(shares, point).share >= 0.9) sure += 1;
  return sure / (SIDE * SIDE);
}

/** The colour of the class that most say; the paler, the more others say another. */
export function agreementPixels(
  shares: readonly Float32Array[],
  classes: readonly Rgb[],
  paper: Rgb,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4);
  const least = 1 / Math.max(2, shares.length);
  for (let point = 0; point < SIDE * SIDE; point += 1) {
    const { classIndex, share } = mostAt(shares, point);
    const color = mixedRgb(paper, classes[classIndex] ?? paper, (share - least) / (1 - least));
    pixels.set([...color, 255], point * 4);
  }
  return pixels;
}
