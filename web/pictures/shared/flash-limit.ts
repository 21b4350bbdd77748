/**
 * Keeps a picture from flashing while what it shows swings: WCAG 2.3.1 allows three flashes a second.
 *
 * A picture that would turn back too soon is not painted: the one before stands for half a second. Every picture that is
 * shown is one that there was; blended ones would show what the machine has never said.
 */

/** A change of light by a tenth and back is a flash, where the darker of the two is below this. */
const CHANGE = 0.1;
const BRIGHT = 0.8;
/** The middle of the sight, in pixels: of everything shown, the eye sees so much at once. */
const SIGHT = { width: 341, height: 256 };
/** What flashes together on less than a quarter of the sight is no flash. */
const LEAST_AREA = (SIGHT.width * SIGHT.height) / 4;

/** Cells each way of a picture that is seen from afar: in a large map still small against the sight, since a line that trembles turns whole cells. */
export const SIDE = 48;

/** The CSS pixels that cells cover: the size of a map of SIDE × SIDE cells, or the area of cells that lie here and there. */
type Covered = number | { readonly width: number; readonly height: number };

/** How long a picture stands, in milliseconds, before it may turn back: one flash a second. */
export const STANDS = 500;

/** The light of a byte of red, green or blue, from 0 to 1. */
const LIGHT = Float32Array.from({ length: 256 }, (_, byte) => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

export class FlashLimit {
  /** Of each cell's red, green and blue: the light from which a change counts, its last direction, 0 before the first, and since when. */
  #extremes = new Float32Array();
  #directions = new Int8Array();
  #turned = new Float64Array();

  /** Forgets what was shown, where the next picture is of something else. */
  restart(): void {
    this.#extremes = new Float32Array();
  }

  /**
   * For how many milliseconds a picture may not be shown yet, 0 where it may. `cells`: RGBA of its cells. Where motion is
   * unwelcome the picture stands until nothing new has come for a while.
   */
  wait(cells: Uint8ClampedArray, covered: Covered, now: number, still = reducesMotion()): number {
    if (this.#extremes.length !== cells.length) return 0;
    const soon = still ? Number.NEGATIVE_INFINITY : now - STANDS;
    const back = new Uint8Array(cells.length / 4);
    const since = new Float64Array(back.length).fill(soon);
    for (let at = 0; at < cells.length; at += 1) {
      const turned = this.#turned[at] ?? 0;
      if (at % 4 === 3 || turned <= soon || !this.#turnsBack(cells, at)) continue;
      const cell = Math.floor(at / 4);
      back[cell] = 1;
      since[cell] = Math.max(since[cell] ?? 0, turned);
    }
    const area = typeof covered === "number" ? covered : covered.width * covered.height;
    const least = Math.min(LEAST_AREA / area, 0.25) * back.length;
    const most = typeof covered === "number" ? back.reduce((sum, one) => sum + one, 0) : mostInSight(back, covered);
    if (most < least) return 0;
    if (still) return STANDS;
    // Until so few are left of all of them, wherever they are.
    since.sort();
    return (since.at(-Math.ceil(least)) ?? now) - soon;
  }

  /** Paints at once, or once the picture may be shown; what is returned then stops the waiting. */
  paint(cells: Uint8ClampedArray, covered: Covered, paint: () => void): (() => void) | undefined {
    const show = (): void => {
      this.shown(cells, performance.now());
      paint();
    };
    const wait = this.wait(cells, covered, performance.now());
    if (wait === 0) {
      show();
      return;
    }
    // In a frame, after the run's own: where the page stood still for long, a newer picture may be due there.
    let frame = 0;
    const later = setTimeout(() => (frame = requestAnimationFrame(show)), wait);
    return () => {
      clearTimeout(later);
      cancelAnimationFrame(frame);
    };
  }

  /** Notes what is shown. */
  shown(cells: Uint8ClampedArray, now: number): void {
    if (this.#extremes.length !== cells.length) {
      this.#extremes = Float32Array.from(cells, (byte) => LIGHT[byte] ?? 0);
      this.#directions = new Int8Array(cells.length);
      this.#turned = new Float64Array(cells.length).fill(Number.NEGATIVE_INFINITY);
      return;
    }
    for (let at = 0; at < cells.length; at += 1) {
      if (at % 4 === 3) continue;
      const light = LIGHT[cells[at] ?? 0] ?? 0;
      const extreme = this.#extremes[at] ?? 0;
      const direction = this.#directions[at] ?? 0;
      const turn = this.#turn(cells, at);
      if (turn !== 0 && turn !== direction) {
        this.#directions[at] = turn;
        this.#turned[at] = now;
      }
      if (turn !== 0 || (light - extreme) * direction > 0) this.#extremes[at] = light;
    }
  }

  #turnsBack(cells: Uint8ClampedArray, at: number): boolean {
    const direction = this.#directions[at] ?? 0;
    return direction !== 0 && this.#turn(cells, at) === -direction;
  }

  /** The direction of a change that counts, else 0. */
  #turn(cells: Uint8ClampedArray, at: number): number {
    const light = LIGHT[cells[at] ?? 0] ?? 0;
    const extreme = this.#extremes[at] ?? 0;
    if (Math.abs(light - extreme) < CHANGE || Math.min(light, extreme) >= BRIGHT) return 0;
    return Math.sign(light - extreme);
  }
}

function reducesMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** How many cells of a map are set at most where the eye looks. */
function mostInSight(set: Uint8Array, map: { width: number; height: number }): number {
  const cellsAlong = (sight: number, length: number): number => Math.min(SIDE, Math.ceil(sight / (length / SIDE)));
  const [columns, rows] = [cellsAlong(SIGHT.width, map.width), cellsAlong(SIGHT.height, map.height)];
  // Of each cell the sum of all above it and to its left, itself included, with a row and a column of zeros before.
  const wide = SIDE + 1;
  const sums = new Int32Array(wide * wide);
  const sum = (row: number, column: number): number => sums[row * wide + column] ?? 0;
  let most = 0;
  for (let row = 1; row <= SIDE; row += 1) {
    for (let column = 1; column <= SIDE; column += 1) {
      const own = set[(row - 1) * SIDE + column - 1] ?? 0;
      sums[row * wide + column] = own + sum(row - 1, column) + sum(row, column - 1) - sum(row - 1, column - 1);
      if (row < rows || column < columns) continue;
      const [above, before] = [row - rows, column - columns];
      most = Math.max(most, sum(row, column) - sum(above, column) - sum(row, before) + sum(above, before));
    }
  }
  return most;
}

/** What a painting looks like from afar: it is painted into a few pixels that nobody sees. */
export class SeenFromAfar {
  #context: CanvasRenderingContext2D | null = null;

  cells(paint: (context: CanvasRenderingContext2D, side: number) => void): Uint8ClampedArray {
    if (this.#context === null) {
      const canvas = document.createElement("canvas");
      canvas.width = SIDE;
      canvas.height = SIDE;
      this.#context = canvas.getContext("2d", { willReadFrequently: true });
    }
    if (this.#context === null) return new Uint8ClampedArray();
    this.#context.clearRect(0, 0, SIDE, SIDE);
    paint(this.#context, SIDE);
    return this.#context.getImageData(0, 0, SIDE, SIDE).data;
  }
}

/** A few pixels of an image, evenly apart, for a limit that looks at images of several sizes. */
export function fromAfar(pixels: Uint8ClampedArray, columns: number, rows: number): Uint8ClampedArray {
  const at = (place: number, count: number): number => Math.min(count - 1, Math.floor(((place + 0.5) / SIDE) * count));
  return Uint8ClampedArray.from({ length: SIDE * SIDE * 4 }, (_, index) => {
    const cell = Math.floor(index / 4);
    const pixel = at(Math.floor(cell / SIDE), rows) * columns + at(cell % SIDE, columns);
    return pixels[4 * pixel + (index % 4)] ?? 0;
  });
}
