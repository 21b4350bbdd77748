/** The cross that marks the school's own weights in every picture. */
import type { Pencil } from "./axes";
import type { Theme } from "./theme";

export function drawCross(
  context: Pencil,
  [x, y]: readonly [x: number, y: number],
  theme: Theme,
  color = theme.ink,
  size = 6,
): void {
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x - size, y - size);
  context.lineTo(x + size, y + size);
  context.moveTo(x - size, y + size);
  context.lineTo(x + size, y - size);
  for (const [stroke, width] of [
    [theme.paper, 4.5],
    [color, 1.75],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
}
