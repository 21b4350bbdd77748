/** Draws where the weights of many starts end. */
import { type AxesScales, drawGrid, type Frame2d, type Pencil } from "../shared/axes";
import { near } from "../shared/line-drawing";
import { classColor, type Theme } from "../shared/theme";
import type { End } from "./ends";

export interface ShownEnds {
  readonly ends: readonly End[];
  /** Whether each unit has a class of its own. */
  readonly classes: boolean;
  readonly line: readonly (readonly [number, number])[] | null;
  /** Whether the weights are shares: a triangle is all there is. */
  readonly shares: boolean;
  /** The run that is pointed at. */
  readonly single: number | null;
  /** The page's own run. */
  readonly present: readonly Pick<End, "x" | "y">[];
}

export function drawEnds(context: Pencil, box: Frame2d, scales: AxesScales, shown: ShownEnds, theme: Theme): void {
  const { ends, classes, line, shares, single, present } = shown;
  const place = ({ x, y }: Pick<End, "x" | "y">): [number, number] => [
    near(scales.x.pxFromScore(x)),
    near(scales.y.pxFromScore(y)),
  ];
  drawGrid(context, box, scales, theme);
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  context.strokeStyle = theme.muted;
  context.lineWidth = 1.5;
  for (const points of [line ?? [], shares ? SHARES : []]) {
    context.beginPath();
    points.forEach(([x, y], index) => {
      if (index === 0) context.moveTo(...place({ x, y }));
      else context.lineTo(...place({ x, y }));
    });
    context.stroke();
  }
  for (const end of ends) {
    context.globalAlpha = 0.55;
    dot(context, place(end), 4, classes ? classColor(theme, end.unit) : theme.accent, theme.paper);
  }
  context.globalAlpha = 1;
  for (const end of ends) {
    if (end.run === single) dot(context, place(end), 6, theme.paper, theme.ink);
  }
  for (const own of present) dot(context, place(own), 5, theme.ink, theme.paper);
  context.restore();
}

const SHARES: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [0, 0],
];

function dot(context: Pencil, [x, y]: readonly [number, number], radius: number, fill: string, edge: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 1.5;
  context.stroke();
}
