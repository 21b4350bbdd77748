/** Counts flashes of a part of the page, as WCAG 2.3.1 defines them. */
import type { Page } from "@playwright/test";

/** What was seen of a canvas, cell by cell. */
export interface Seen {
  /** Frames that were looked at. */
  readonly frames: number;
  /** Times that the first student's prediction turned from rising to falling or back. */
  readonly turns: number;
  /** Pairs of opposing changes of relative luminance by a tenth or more within any second, on an area that counts. */
  readonly flashes: number;
  /** The same of the red, green or blue alone, which also tells two colours of one luminance apart. */
  readonly colors: number;
}

/** The most milliseconds of a look. */
const LONGEST = 20_000;

/**
 * Looks at canvases for so many milliseconds, frame by frame; longer where a slow machine has not yet shown as many turns as
 * the claim is about.
 */
export function watchFlashes(page: Page, selector: string, milliseconds: number, leastTurns = 0): Promise<Seen> {
  return page.evaluate(
    ([selector, milliseconds, leastTurns, longest]) => {
      const SIDE = 24;
      const scratch = document.createElement("canvas");
      scratch.width = SIDE;
      scratch.height = SIDE;
      const context = scratch.getContext("2d", { willReadFrequently: true });
      if (context === null) throw new Error("no canvas");
      const linear = Array.from({ length: 256 }, (_, byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      interface Signal {
        extreme: number;
        rising: boolean | null;
        turns: number[];
      }
      const signals = new Map<string, Signal>();
      /** Notes a value; a turn is a change by a tenth against the last one. */
      const note = (key: string, value: number, at: number): void => {
        const signal = signals.get(key);
        if (signal === undefined) {
          signals.set(key, { extreme: value, rising: null, turns: [] });
          return;
        }
        const change = value - signal.extreme;
        if (signal.rising !== null && change > 0 === signal.rising) signal.extreme = value;
        else if (Math.abs(change) >= 0.1 && Math.min(value, signal.extreme) < 0.8) {
          signal.rising = change > 0;
          signal.extreme = value;
          signal.turns.push(at);
        }
      };
      const { clientWidth, clientHeight } = document.querySelector(selector) ?? { clientWidth: 1, clientHeight: 1 };
      // A quarter of the middle of the sight, 341 × 256 pixels; of a smaller picture a quarter.
      const least = SIDE ** 2 * Math.min(0.25, (341 * 256) / 4 / (clientWidth * clientHeight));
      /** The flashes that so many cells have had. */
      const flashesOf = (kind: string): number => {
        const flashes: number[] = [];
        for (const [key, { turns }] of signals) {
          if (!key.startsWith(kind)) continue;
          const within = turns.map((from) => turns.filter((turn) => turn >= from && turn - from < 1000).length);
          flashes.push(Math.floor(Math.max(0, ...within) / 2));
        }
        return flashes.sort((a, b) => b - a)[Math.ceil(least) - 1] ?? 0;
      };
      return new Promise<Seen>((resolve) => {
        const begun = performance.now();
        let frames = 0;
        let turns = 0;
        let before = Number.NaN;
        let rose: boolean | null = null;
        const look = (): void => {
          const at = performance.now();
          frames += 1;
          const prediction = window.sanhao?.frame().predictions[0] ?? Number.NaN;
          if (prediction !== before && rose !== null && prediction > before !== rose) turns += 1;
          if (prediction !== before) rose = prediction > before;
          before = prediction;
          context.clearRect(0, 0, SIDE, SIDE);
          context.fillStyle = "#fff";
          context.fillRect(0, 0, SIDE, SIDE);
          for (const canvas of document.querySelectorAll<HTMLCanvasElement>(selector)) {
            if (canvas.width > 0 && canvas.height > 0) context.drawImage(canvas, 0, 0, SIDE, SIDE);
          }
          const { data } = context.getImageData(0, 0, SIDE, SIDE);
          for (let cell = 0; cell < SIDE * SIDE; cell += 1) {
            const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => linear[data[cell * 4 + channel] ?? 0]);
            note(`light ${cell}`, 0.2126 * red + 0.7152 * green + 0.0722 * blue, at);
            note(`red ${cell}`, red, at);
            note(`blue ${cell}`, blue, at);
          }
          // After the page's own callbacks of the next frame.
          if (at - begun < (turns < leastTurns ? longest : milliseconds))
            requestAnimationFrame(() => queueMicrotask(look));
          else
            resolve({
              frames,
              turns,
              flashes: flashesOf("light"),
              colors: Math.max(flashesOf("red"), flashesOf("blue")),
            });
        };
        look();
      });
    },
    [selector, milliseconds, leastTurns, LONGEST] as const,
  );
}
