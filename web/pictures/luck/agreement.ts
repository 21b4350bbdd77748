/** How far many starts agree: at each point of a map the share of them that give each class. */
import type { Rgb } from "../../engine/engine";
import type { ScorePlane } from "../../engine/lab";
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
