/** Draws a network as nodes and edges; response-painting.ts paints the activations into the boxes. */
import type { LayerNumbers } from "../../engine/engine";
import { fontOf, type Pencil } from "../shared/axes";
import { measuringContext } from "../shared/canvas";
import type { Theme } from "../shared/theme";
import { MAX_BOX, MAX_NAMES, MIN_PICTURE, type NetworkLayout, type Node } from "./network";

/** Edges weaker than this share of the layer's limit are left out where there are many. */
const FAINT = 0.06;

/**
 * Edges under nodes; width and strength of colour by |weight| against the layer's limit, colour by sign. `limits` of the layers'
 * weights, then of their biases, as `sizesOf` has them.
 */
export function drawNetwork(
  context: Pencil,
  layers: readonly LayerNumbers[],
  { columns }: NetworkLayout,
  limits: readonly number[],
  theme: Theme,
): void {
  context.save();
  layers.forEach((layer, index) => {
    drawEdges(context, layer, columns[index] ?? [], columns[index + 1] ?? [], limits[index] ?? 0, theme);
  });
  columns.forEach((nodes, column) => {
    const biases = layers[column - 1]?.biases ?? new Float32Array();
    const most = limits[layers.length + column - 1] ?? 0;
    for (const node of nodes) drawNode(context, node, biases[node.index] ?? Number.NaN, most, theme);
  });
  context.restore();
}

/** One path a sign and strength: a few strokes draw thousands of edges. */
const STRENGTHS = [0.15, 0.3, 0.5, 0.75, 1];

function drawEdges(
  context: Pencil,
  layer: LayerNumbers,
  from: readonly Node[],
  to: readonly Node[],
  limit: number,
  theme: Theme,
): void {
  const crowded = layer.weights.length > 400;
  const widest = crowded ? 1.5 : layer.weights.length > 80 ? 2.5 : 4.5;
  const strokeAll = (color: string, low: number, high: number, sign: number): void => {
    context.beginPath();
    for (const end of to) {
      for (const start of from) {
        const weight = layer.weights[end.index * layer.inputs + start.index] ?? 0;
        const share = limit > 0 && Number.isFinite(weight) ? Math.abs(weight) / limit : 0;
        if (share <= low || share > high || Math.sign(weight) !== sign) continue;
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
      }
    }
    context.strokeStyle = color;
    context.lineWidth = Math.max(0.5, widest * high);
    context.globalAlpha = crowded ? 0.15 + 0.6 * high : 0.3 + 0.65 * high;
    context.stroke();
  };
  if (!crowded) {
    // Edges without a weight to speak of stay visible as hairlines: the network is whole before training, too.
    context.beginPath();
    for (const end of to) {
      for (const start of from) {
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
      }
    }
    context.strokeStyle = theme.hairline;
    context.lineWidth = 0.75;
    context.globalAlpha = 1;
    context.stroke();
  }
  STRENGTHS.forEach((high, index) => {
    const low = STRENGTHS[index - 1] ?? (crowded ? FAINT : 0);
    strokeAll(theme.negative, low, high, -1);
    strokeAll(theme.positive, low, high, 1);
  });
  context.globalAlpha = 1;
}

/** An input is a dot; a neuron is a box, with its bias as a bar below it from the middle to its side of zero. */
function drawNode(context: Pencil, node: Node, bias: number, limit: number, theme: Theme): void {
  const { x, y, radius, column } = node;
  context.beginPath();
  if (column === 0) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    rectangle(context, x - radius, y - radius, x + radius, y + radius);
  }
  context.fillStyle = theme.paper;
  context.fill();
  const small = radius < MIN_PICTURE;
  // Too small for a bar: then the outline has the bias's sign.
  context.strokeStyle = small && bias > 0 ? theme.positive : small && bias < 0 ? theme.negative : theme.ink;
  context.lineWidth = radius > 4 ? 1.25 : 0.75;
  context.stroke();
  if (column > 0 && !small && Number.isFinite(bias)) drawBias(context, node, bias, limit, theme);
}

function drawBias(context: Pencil, { x, y, radius }: Node, bias: number, limit: number, theme: Theme): void {
  const top = y + radius + 2.5;
  const reach = limit > 0 ? (radius * bias) / limit : 0;
  context.beginPath();
  rectangle(context, x - radius, top, x + radius, top + 2.5);
  context.fillStyle = theme.hairline;
  context.fill();
  context.beginPath();
  rectangle(context, Math.min(x, x + reach), top, Math.max(x, x + reach), top + 2.5);
  context.fillStyle = bias < 0 ? theme.negative : theme.positive;
  context.fill();
  context.beginPath();
  rectangle(context, x - 0.5, top - 0.5, x + 0.5, top + 3);
  context.fillStyle = theme.ink;
  context.fill();
}

function rectangle(context: Pencil, left: number, top: number, right: number, bottom: number): void {
  context.moveTo(left, top);
  context.lineTo(right, top);
  context.lineTo(right, bottom);
  context.lineTo(left, bottom);
  context.closePath();
}

export function nameFont(theme: Theme): string {
  return fontOf(theme, 12);
}

/** Pixels from one name to the next, at least. */
const LINE = 9;

/** A column, or none of it if it is so narrow that its names would stand over each other, as in a miniature. */
function roomy(column: NetworkLayout["columns"][number] = [], theme: Theme): NetworkLayout["columns"][number] {
  const [first, second] = column;
  return first && second && second.y - first.y < LINE * theme.textScale ? [] : column;
}

/** Names beside the outer columns, where there is room. */
export function drawNames(
  context: Pencil,
  { columns }: NetworkLayout,
  inputs: readonly string[],
  outputs: readonly string[],
  theme: Theme,
): void {
  context.save();
  context.font = nameFont(theme);
  context.fillStyle = theme.ink;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const node of roomy(columns[0], theme)) {
    context.fillText(inputs[node.index] ?? "", node.x - node.radius - 6, node.y);
  }
  context.textAlign = "left";
  for (const node of roomy(columns.at(-1), theme)) {
    context.fillText(outputs[node.index] ?? "", node.x + node.radius + 6, node.y);
  }
  context.restore();
}

export interface FittedNames {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Pixels from the picture's edges to the middles of the outer columns. */
  readonly before: number;
  readonly after: number;
}

/** Names of the outer columns, each at most so many pixels wide; of long columns none. */
export function fitNames(
  inputs: readonly string[],
  outputs: readonly string[],
  widest: number,
  theme: Theme,
): FittedNames {
  const context = measuringContext(nameFont(theme));
  const fitted = (names: readonly string[]): string[] =>
    names.length <= MAX_NAMES ? names.map((name) => fittedName(context, name, widest)) : [];
  const space = (names: readonly string[]): number =>
    Math.ceil(Math.max(0, ...names.map((name) => context.measureText(name).width)));
  const [left, right] = [fitted(inputs), fitted(outputs)];
  return { left, right, before: space(left) + 16, after: space(right) + MAX_BOX + 8 };
}

/** A name cut to what fits, with an ellipsis. */
export function fittedName(context: Pencil, name: string, width: number): string {
  // A name of ten thousand characters is cut first: measuring it is what would hang.
  const characters = [...name.slice(0, 120)];
  if (characters.length === name.length && context.measureText(name).width <= width) return name;
  while (characters.length > 1 && context.measureText(`${characters.join("")}…`).width > width) characters.pop();
  return `${characters.join("")}…`;
}
