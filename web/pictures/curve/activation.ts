/** An activation function and its slope: layout and drawing of a small picture. */
import type { Activation, Experiment } from "../../engine/engine";
import type { Curve } from "../../engine/lab";
import { type AxesScales, type Frame2d, type Pencil, sharp } from "../shared/axes";
import { drawLine } from "../shared/line-drawing";
import { extentOf, linearScale, paddedRange, type Range } from "../shared/scale";
import type { Theme } from "../shared/theme";

/** The z that the pictures show, and at how many places. */
export const SHOWN: Range = [-5, 5];
export const COUNT = 201;

/** The hidden layers' activation functions, each once, with the layers that have it, counted from 1. */
export function activationsOf({ model }: Experiment): { kind: Activation; layers: number[] }[] {
  const kinds = new Map<Activation, number[]>();
  model.hidden.forEach(({ activation }, index) => {
    kinds.set(activation, [...(kinds.get(activation) ?? []), index + 1]);
  });
  return [...kinds].map(([kind, layers]) => ({ kind, layers }));
}

export function activationScales({ values, slopes }: Curve, box: Frame2d): AxesScales {
  return {
    x: linearScale(SHOWN, [box.left, box.right]),
    y: linearScale(paddedRange(extentOf([...values, ...slopes])), [box.bottom, box.top]),
    lanes: null,
  };
}

/** The value in full, its slope dashed. */
export function drawActivation(
  context: Pencil,
  box: Frame2d,
  scales: AxesScales,
  { values, slopes }: Curve,
  theme: Theme,
): void {
  context.save();
  context.strokeStyle = theme.hairline;
  context.lineWidth = 1;
  context.beginPath();
  const [zeroX, zeroY] = [sharp(scales.x.pxFromScore(0)), sharp(scales.y.pxFromScore(0))];
  context.moveTo(box.left, zeroY);
  context.lineTo(box.right, zeroY);
  context.moveTo(zeroX, box.top);
  context.lineTo(zeroX, box.bottom);
  context.stroke();
  const sums = Array.from(values, (_, index) => sumAt(index, values.length));
  drawLine(context, scales, sums, slopes, { color: theme.negative, width: 1.5, dash: [5, 3] });
  drawLine(context, scales, sums, values, { color: theme.ink, width: 2, dash: [] });
  context.restore();
}

/** The z of a place of the curve. */
export function sumAt(index: number, count: number): number {
  return SHOWN[0] + ((SHOWN[1] - SHOWN[0]) * index) / (count - 1);
}

/** The place of the curve nearest to a pixel. */
export function indexAt(px: number, { x }: AxesScales, count: number): number {
  const share = (x.scoreFromPx(px) - SHOWN[0]) / (SHOWN[1] - SHOWN[0]);
  return Math.min(count - 1, Math.max(0, Math.round(share * (count - 1))));
}
