/** Where the nodes of a network with hidden layers stand, and what lies under the pointer. */
import type { LayerNumbers } from "../../engine/engine";

/** Nodes in a column up to which a network is drawn as nodes and edges. */
const MOST_NODES = 64;
/** Nodes in an outer column up to which each carries its name. */
export const MOST_NAMES = 12;
/** Weights up to which a table of them is of use. */
const MOST_ROWS = 160;

/** Whether a network is small enough to be drawn as nodes and edges. */
export function drawsNodes(layers: readonly LayerNumbers[]): boolean {
  return layers.every(({ inputs, units }) => Math.max(inputs, units) <= MOST_NODES);
}

export function tableFits(layers: readonly LayerNumbers[]): boolean {
  return layers.reduce((count, { weights, biases }) => count + weights.length + biases.length, 0) <= MOST_ROWS;
}

export interface Node {
  /** 0 = inputs, then one a layer. */
  readonly column: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface NetworkLayout {
  readonly columns: readonly (readonly Node[])[];
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** Pixels kept free for names. */
  readonly left: number;
  readonly right: number;
}

export function networkLayout(layers: readonly LayerNumbers[], room: Room): NetworkLayout {
  const sizes = [layers[0]?.inputs ?? 0, ...layers.map(({ units }) => units)];
  const span = room.width - room.left - room.right;
  return {
    columns: sizes.map((size, column) => {
      const x = room.left + (sizes.length > 1 ? (span * column) / (sizes.length - 1) : span / 2);
      const gap = Math.min(44, (room.height - 12) / Math.max(1, size));
      const first = room.height / 2 - (gap * (size - 1)) / 2;
      const radius = Math.max(1, Math.min(9, gap * 0.3));
      return Array.from({ length: size }, (_, index) => ({ column, index, x, y: first + gap * index, radius }));
    }),
  };
}

/** The height that lets the tallest column breathe, within limits. */
export function networkHeight(layers: readonly LayerNumbers[]): number {
  const tallest = layers.reduce((most, { inputs, units }) => Math.max(most, inputs, units), 1);
  return Math.round(Math.min(360, Math.max(140, tallest * 32 + 16)));
}

export function strongest(layer: LayerNumbers): number {
  let most = 0;
  for (const weight of layer.weights) if (Number.isFinite(weight)) most = Math.max(most, Math.abs(weight));
  return most;
}

/** What lies under the pointer: an edge (`from` ≥ 0) or a node (`from` = −1). */
export interface NetworkHit {
  readonly layer: number;
  readonly unit: number;
  readonly from: number;
  readonly x: number;
  readonly y: number;
}

/** The node under a point, else the nearest edge within a few pixels; null on bare paper or an input's node. */
export function networkHit({ columns }: NetworkLayout, x: number, y: number): NetworkHit | null {
  for (const nodes of columns) {
    for (const node of nodes) {
      if (Math.hypot(node.x - x, node.y - y) > node.radius + 3) continue;
      return node.column === 0 ? null : { layer: node.column - 1, unit: node.index, from: -1, x: node.x, y: node.y };
    }
  }
  const layer = columns.findIndex((nodes, column) => {
    const next = columns[column + 1];
    return next !== undefined && (nodes[0]?.x ?? 0) <= x && x <= (next[0]?.x ?? 0);
  });
  let best: NetworkHit | null = null;
  let nearest = 6;
  for (const start of columns[layer] ?? []) {
    for (const end of columns[layer + 1] ?? []) {
      const distance = distanceToLine(x, y, start, end);
      if (distance >= nearest) continue;
      nearest = distance;
      best = { layer, unit: end.index, from: start.index, x, y };
    }
  }
  return best;
}

function distanceToLine(x: number, y: number, start: Node, end: Node): number {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy);
  return length === 0 ? Number.POSITIVE_INFINITY : Math.abs(dy * (x - start.x) - dx * (y - start.y)) / length;
}
