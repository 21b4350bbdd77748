/** Where the parts of a perceptron stand, and what is written at them. */

export interface Layout {
  /** The middles of the inputs' circles, the bias last where there is one. */
  readonly inputs: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
  /** The output's box. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The size of the text, in pixels. */
  readonly text: number;
  /** Where names and scores stand: names over the circles and scores in them, both in a row before the circle, or nowhere. */
  readonly labels: "around" | "before" | "none";
  /** Where scores end and products begin that stand before the circles. */
  readonly rowAt: number;
  /** Whether products have room: on the lines, or in the rows before the circles. */
  readonly numbered: boolean;
}

const MIN_TEXT = 13;
const MAX_TEXT = 34;
/** Where the height alone would make names over the circles smaller than this, they stand before them. */
const LEAST_AROUND = 16;
/** Widths as multiples of the text's size: of the longest product, of the box, and of the lines between circles and box at least. */
const PRODUCT = 13.5;
const BOX = 11;
const LINES = 8;

/**
 * A layout for so many inputs in a place of so many pixels. `label`: the width of the longest name with its score, as a multiple of
 * the text's size; null where nothing is written.
 */
export function layoutOf(count: number, width: number, height: number, label: number | null): Layout {
  const pitch = height / Math.max(1, count);
  const rooms = { around: Math.min(width / 32, pitch / 4), row: width / ((label ?? 0) + PRODUCT + LINES + BOX) };
  const isAround = rooms.around >= LEAST_AROUND || pitch / 4 >= Math.max(MIN_TEXT, width / 32);
  const labels = label === null || pitch < 1.2 * MIN_TEXT ? "none" : isAround ? "around" : "before";
  const numbered = labels === "around" || (labels === "before" && rooms.row >= MIN_TEXT);
  const wished = isAround ? rooms.around : Math.min(numbered ? rooms.row : width / 32, pitch / 1.6);
  const text = Math.min(MAX_TEXT, Math.max(MIN_TEXT, wished));
  const radius = Math.max(3, Math.min(labels === "around" ? 1.9 * text : 12, pitch * 0.3));
  const boxWidth = label === null ? Math.min(64, width * 0.3) : Math.min(BOX * text, width * 0.3);
  const boxHeight = label === null ? Math.min(36, height * 0.6) : Math.min(6.5 * text, height * 0.7);
  const rowAt = labels === "before" ? (label ?? 0) * text + 2 : 0;
  return {
    inputs: Array.from({ length: count }, (_, index) => ({
      x: rowAt + (labels === "before" ? (numbered ? PRODUCT + 0.5 : 0.5) * text : 0) + radius + 2,
      y: pitch * (index + 0.5) + (labels === "around" ? text * 0.7 : 0),
    })),
    radius,
    box: { left: width - boxWidth - 2, top: height / 2 - boxHeight / 2, width: boxWidth, height: boxHeight },
    text,
    labels,
    rowAt,
    numbered,
  };
}

/** The width of a line, in pixels: in proportion to its weight; that of `limit` is the widest. */
export function strokeOf(weight: number, limit: number, widest: number): number {
  if (!Number.isFinite(weight) || !(limit > 0)) return 1;
  return Math.max(1, (widest * Math.abs(weight)) / limit);
}

/** A number behind a sign of arithmetic: a negative one stands in brackets. */
export const operand = (text: string): string => (text.startsWith("−") ? `(${text})` : text);
