/** Draws a network as nodes and edges. */
import type { LayerNumbers } from "../../engine/engine";
import type { Pencil } from "../axes";
import type { Theme } from "../theme";
import { type NetworkLayout, type Node, strongest } from "./network";

/** Edges weaker than this share of the layer's strongest are left out where there are many. */
const FAINT = 0.06;

/** Edges under nodes; width and strength of colour by |weight| against the layer's strongest, colour by sign. */
export function drawNetwork(
  context: Pencil,
  layers: readonly LayerNumbers[],
  { columns }: NetworkLayout,
  theme: Theme,
): void {
  context.save();
  layers.forEach((layer, index) => {
    drawEdges(context, layer, columns[index] ?? [], columns[index + 1] ?? [], theme);
  });
  columns.forEach((nodes, column) => {
    for (const node of nodes) drawNode(context, node, layers[column - 1]?.biases[node.index] ?? 0, theme);
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
  theme: Theme,
): void {
  const limit = strongest(layer);
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

function drawNode(context: Pencil, { x, y, radius }: Node, bias: number, theme: Theme): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = theme.paper;
  context.fill();
  context.strokeStyle = bias > 0 ? theme.positive : bias < 0 ? theme.negative : theme.ink;
  context.lineWidth = radius > 4 ? 1.5 : 0.75;
  context.stroke();
}

/** Names beside the outer columns and, where there is room, the hidden nodes' numbers inside them. */
export function drawNames(
  context: Pencil,
  { columns }: NetworkLayout,
  inputs: readonly string[],
  outputs: readonly string[],
  theme: Theme,
): void {
  context.save();
  context.font = `12px ${theme.font}`;
  context.fillStyle = theme.ink;
  context.textBaseline = "middle";
  context.textAlign = "right";
  for (const node of columns[0] ?? []) context.fillText(inputs[node.index] ?? "", node.x - node.radius - 6, node.y);
  context.textAlign = "left";
  for (const node of columns.at(-1) ?? []) {
    context.fillText(outputs[node.index] ?? "", node.x + node.radius + 6, node.y);
  }
  context.font = `10px ${theme.font}`;
  context.fillStyle = theme.muted;
  context.textAlign = "center";
  for (const nodes of columns.slice(1, -1)) {
    for (const node of nodes) if (node.radius >= 7) context.fillText(String(node.index + 1), node.x, node.y + 0.5);
  }
  context.restore();
}

/** A name cut to what fits, with an ellipsis. */
export function fittedName(context: Pencil, name: string, width: number): string {
  // A name of ten thousand characters is cut first: measuring it is what would hang.
  const characters = [...name.slice(0, 120)];
  if (characters.length === name.length && context.measureText(name).width <= width) return name;
  while (characters.length > 1 && context.measureText(`${characters.join("")}…`).width > width) characters.pop();
  return `${characters.join("")}…`;
}
