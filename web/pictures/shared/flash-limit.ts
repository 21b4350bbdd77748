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

/** Cells each way of a picture that is seen from afar. */
const SIDE = 16;

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
  /** Of each cell's red, green and blue: the light from which a change counts, and its last direction, 0 before the first. */
  #extremes = new Float32Array();
  #directions = new Int8Array();
  #turned = Number.NEGATIVE_INFINITY;

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
    const since = now - this.#turned;
    if (since >= STANDS && !still) return 0;
    const back = Array.from({ length: cells.length / 4 }, (_, cell) =>
      [0, 1, 2].some((part) => this.#turnsBack(cells, 4 * cell + part)),
    );
    const area = typeof covered === "number" ? covered : covered.width * covered.height;
    const least = Math.min(LEAST_AREA / area, 0.25) * back.length;
    const most = typeof covered === "number" ? back.filter(Boolean).length : mostInSight(back, covered);
    if (most < least) return 0;
    return still ? STANDS : STANDS - since;
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
        this.#turned = now;
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
function mostInSight(set: readonly boolean[], map: { width: number; height: number }): number {
  const cellsAlong = (sight: number, length: number): number => Math.min(SIDE, Math.ceil(sight / (length / SIDE)));
  const [columns, rows] = [cellsAlong(SIGHT.width, map.width), cellsAlong(SIGHT.height, map.height)];
  let most = 0;
  for (let top = 0; top <= SIDE - rows; top += 1) {
    for (let left = 0; left <= SIDE - columns; left += 1) {
      let count = 0;
      for (let row = top; row < top + rows; row += 1)
        for (let column = left; column < left + columns; column += 1) count += Number(set[row * SIDE + column]);
      most = Math.max(most, count);
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
