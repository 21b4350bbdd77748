/** Draws the map of two settings. */
import type { Rgb } from "../../engine/engine";
import { drawLogAxis, drawPresent } from "../runs/sweep-drawing";
import { type Frame2d, type Pencil, sharp } from "../shared/axes";
import type { Range } from "../shared/scale";
import { cssFromRgb, mixedRgb, rgbFromCss, type Theme } from "../shared/theme";
import { lossRamp } from "../surface/field-drawing";
import { shareOf } from "../surface/levels";
import { type Quantity, type SettingsMap, scalesOf } from "./settings";

/** How much of the colour for what went wrong a run that diverged has. */
const DIVERGED = 0.4;

/** The colour of a value; `range` is what losses reach over, accuracies are from 0 to 1. */
export function toneOf(quantity: Quantity, range: Range, theme: Theme): (value: number) => Rgb {
  const [low, high] = lossRamp(theme);
  const none = mixedRgb(rgbFromCss(theme.paper), rgbFromCss(theme.negative), DIVERGED);
  return (value) => {
    if (Number.isNaN(value)) return none;
    return mixedRgb(low, high, quantity === "accuracy" ? 1 - value : shareOf(range, value));
  };
}

export interface ShownMap {
  readonly map: SettingsMap;
  readonly tone: (value: number) => Rgb;
  /** The names of the rows, from bottom to top. */
  readonly rows: readonly string[];
  /** The page's own run: its rate and its row. */
  readonly present: { readonly rate: number; readonly row: number; readonly name: string } | null;
  /** The cell that is read off. */
  readonly read: number | null;
}

export function drawSettings(
  context: Pencil,
  box: Frame2d,
  { map, tone, rows, present, read }: ShownMap,
  across: string,
  theme: Theme,
): void {
  const scales = scalesOf(map, box);
  const columns = map.rates.length;
  const [wide, high] = [(box.right - box.left) / columns, (box.bottom - box.top) / Math.max(1, rows.length)];
  const corner = (cell: number): [number, number] => [
    box.left + (cell % columns) * wide,
    box.bottom - (Math.floor(cell / columns) + 1) * high,
  ];
  context.save();
  map.cells.forEach((value, cell) => {
    const [left, top] = corner(cell);
    context.beginPath();
    // Half a pixel more, so that no light comes through between two cells.
    context.rect(left, top, wide + 0.5, high + 0.5);
    context.fillStyle = cssFromRgb(tone(value));
    context.fill();
  });
  drawLogAxis(context, box, scales.x, across, theme);
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillStyle = theme.muted;
  const stride = Math.max(1, Math.ceil((16 * theme.textScale) / high));
  rows.forEach((name, row) => {
    if (row % stride === 0) context.fillText(name, box.left - 6, scales.y.pxFromScore(row));
  });
  if (read !== null) {
    const [left, top] = corner(read);
    context.beginPath();
    context.rect(sharp(left), sharp(top), wide, high);
    context.strokeStyle = theme.ink;
    context.lineWidth = 2;
    context.stroke();
  }
  if (present !== null) {
    drawPresent(context, box, scales, { across: present.rate, loss: present.row, name: present.name }, theme);
  }
  context.restore();
}
