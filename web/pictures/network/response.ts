/** A neuron's activations over the chosen axes, as pixels. */
import type { Activation, Experiment, Rgb } from "../../engine/engine";
import { colorScale } from "../shared/marks";
import { mixedRgb } from "../shared/theme";

/** How a neuron's numbers become colours. */
export type Tint =
  /** Negative at −limit, paper at zero, positive at limit. */
  | { readonly kind: "signed"; readonly limit: number }
  /** Negative at the low end, paper in the middle, positive at the high end. */
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  /** A class's probability: paper at 0, the class's colour at 1. */
  | { readonly kind: "class"; readonly index: number };

export interface TintColors {
  readonly paper: Rgb;
  readonly negative: Rgb;
  readonly positive: Rgb;
  readonly classes: readonly Rgb[];
}

/** Answers of all neurons over a plane: neuron by neuron, hidden ones first, row by row from the top. */
export interface Responses {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

export function responseOf({ columns, rows, values }: Responses, neuron: number): Float32Array {
  const size = columns * rows;
  return values.subarray(neuron * size, (neuron + 1) * size);
}

/** Whether a neuron was among those asked: the network may have grown since. */
export function hasResponse(responses: Responses, neuron: number): boolean {
  return responseOf(responses, neuron).length === responses.columns * responses.rows;
}

/** The neuron's place among all: those of the layers before it come first. */
export function neuronIndex(layers: readonly { readonly units: number }[], layer: number, unit: number): number {
  return layers.slice(0, layer).reduce((count, { units }) => count + units, 0) + unit;
}

/** Whether an activation's values lie between −1 and 1: such layers share one colour scale; another's ends at its largest value. */
const BOUNDED: Readonly<Record<Activation, boolean>> = {
  identity: false,
  sigmoid: true,
  tanh: true,
  relu: false,
  leaky_relu: false,
  softplus: false,
  gelu: false,
  sine: true,
};

export function hiddenTint(activation: Activation, largest: number): Tint {
  return { kind: "signed", limit: BOUNDED[activation] || !(largest > 0) ? 1 : largest };
}

export function outputTint(experiment: Experiment, unit: number): Tint {
  const { classes } = experiment.table;
  if (experiment.model.output === "softmax") return { kind: "class", index: unit };
  if (classes.length > 2) return { kind: "class", index: unit };
  if (classes.length > 0) return { kind: "range", low: 0, high: 1 };
  const [low, high] = colorScale(experiment).range;
  return { kind: "range", low, high };
}

/** As strong as the boundary's background at its strongest, so that outlines stand out. */
const FULL = 0.85;

export function responsePixels(values: Float32Array, tint: Tint, colors: TintColors): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(values.length * 4);
  values.forEach((value, index) => {
    const [red, green, blue] = tinted(value, tint, colors);
    pixels[4 * index] = red;
    pixels[4 * index + 1] = green;
    pixels[4 * index + 2] = blue;
    pixels[4 * index + 3] = 255;
  });
  return pixels;
}

function tinted(value: number, tint: Tint, { paper, negative, positive, classes }: TintColors): Rgb {
  if (!Number.isFinite(value)) return paper;
  if (tint.kind === "class") return mixedRgb(paper, classes[tint.index % classes.length] ?? positive, FULL * value);
  const share =
    tint.kind === "signed"
      ? value / tint.limit
      : tint.high > tint.low
        ? (2 * (value - tint.low)) / (tint.high - tint.low) - 1
        : 0;
  return mixedRgb(paper, share < 0 ? negative : positive, FULL * Math.min(1, Math.abs(share)));
}
