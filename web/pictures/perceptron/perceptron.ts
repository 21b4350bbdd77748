/** Where the parts of a perceptron stand, and what is written at them. */

export interface Layout {
  /** The middles of the inputs' circles, the bias last where there is one. */
  readonly inputs: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
  /** The output's box. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The size of the text, in pixels. */
  readonly text: number;
  /** Whether lines have room for their numbers. */
  readonly numbered: boolean;
}

const MIN_TEXT = 13;
const MAX_TEXT = 34;

/** A layout for so many inputs in a place of so many pixels; `named` leaves room for names and numbers. */
export function layoutOf(count: number, width: number, height: number, named: boolean): Layout {
  const pitch = height / Math.max(1, count);
  const text = Math.min(MAX_TEXT, Math.max(MIN_TEXT, Math.min(width / 32, pitch / 4)));
  const radius = named ? Math.max(3, Math.min(1.9 * text, pitch * 0.3)) : Math.max(3, Math.min(12, pitch * 0.3));
  const boxWidth = named ? Math.min(11 * text, width * 0.36) : Math.min(64, width * 0.3);
  const boxHeight = named ? Math.min(6.5 * text, height * 0.7) : Math.min(36, height * 0.6);
  // Names stand above their circles.
  const lift = named && pitch > 3 * text ? text * 0.7 : 0;
  return {
    inputs: Array.from({ length: count }, (_, index) => ({
      x: radius + 2,
      y: pitch * (index + 0.5) + lift,
    })),
    radius,
    box: { left: width - boxWidth - 2, top: height / 2 - boxHeight / 2, width: boxWidth, height: boxHeight },
    text,
    numbered: named && pitch >= 1.6 * text,
  };
}

/** The width of a line, in pixels: in proportion to its weight; that of `limit` is the widest. */
export function strokeOf(weight: number, limit: number, widest: number): number {
  if (!Number.isFinite(weight) || !(limit > 0)) return 1;
  return Math.max(1, (widest * Math.abs(weight)) / limit);
}
