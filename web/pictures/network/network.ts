/** Where the nodes of a network stand, and what lies under the pointer. */
import type { LayerNumbers } from "../../engine/engine";

/** Nodes in a column up to which a network is drawn as nodes and edges. */
const MAX_NODES = 64;
/** Nodes in an outer column up to which each carries its name. */
export const MAX_NAMES = 12;
/** Weights up to which a table of them is of use. */
const MAX_ROWS = 160;
/** From this half of a box's side on it holds a picture of the neuron's response. */
export const MIN_PICTURE = 6;

/** Whether a network is small enough to be drawn as nodes and edges. */
export function drawsNodes(layers: readonly LayerNumbers[]): boolean {
  return layers.every(({ inputs, units }) => Math.max(inputs, units) <= MAX_NODES);
}

export function tableFits(layers: readonly LayerNumbers[]): boolean {
  return layers.reduce((count, { weights, biases }) => count + weights.length + biases.length, 0) <= MAX_ROWS;
}

/** An input is a dot, a neuron a box. */
export interface Node {
  /** 0 = inputs, then one a layer. */
  readonly column: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Half of a box's side. */
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

/** From one column's middle to the next at least; between hidden ones what changes them needs its place above each. */
const MIN_SPAN = 60;
const HIDDEN_SPAN = 84;
/** From one node's middle to the next in a column at most. */
const MAX_PITCH = 112;
export const MAX_BOX = 32;
const MAX_DOT = 8;

export function networkLayout(layers: readonly Pick<LayerNumbers, "inputs" | "units">[], room: Room): NetworkLayout {
  const sizes = [layers[0]?.inputs ?? 0, ...layers.map(({ units }) => units)];
  const span = room.width - room.left - room.right;
  const apart = span / Math.max(1, sizes.length - 1);
  return {
    columns: sizes.map((size, column) => {
      const x = room.left + (sizes.length > 1 ? apart * column : span / 2);
      const pitch = Math.min(MAX_PITCH, (room.height - 8) / Math.max(1, size));
      const first = room.height / 2 - (pitch * (size - 1)) / 2;
      const radius = Math.max(1, Math.min(column === 0 ? MAX_DOT : MAX_BOX, pitch * 0.36, apart * 0.36));
      return Array.from({ length: size }, (_, index) => ({ column, index, x, y: first + pitch * index, radius }));
    }),
  };
}

/** The width that every column's controls fit in, with room for names. */
export function leastWidth(layers: readonly unknown[], left: number, right: number): number {
  return left + right + layers.length * (layers.length > 2 ? HIDDEN_SPAN : MIN_SPAN);
}

/** The sizes to which a drawing is to scale: of each layer's weights, then of each layer's biases. */
export function sizesOf(layers: readonly LayerNumbers[]): number[] {
  return [...layers.map(({ weights }) => largest(weights)), ...layers.map(({ biases }) => largest(biases))];
}

export function largest(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}

/** An edge (`from` ≥ 0) or a neuron with its bias (`from` = −1). */
export interface NetworkItem {
  readonly layer: number;
  readonly unit: number;
  readonly from: number;
}

/** The neuron under a point, else the nearest edge within reach; null on bare paper or an input's dot. */
export function networkHit({ columns }: NetworkLayout, x: number, y: number, reach = 6): NetworkItem | null {
  for (const nodes of columns) {
    for (const node of nodes) {
      if (Math.max(Math.abs(node.x - x), Math.abs(node.y - y)) > node.radius + reach / 2) continue;
      return node.column === 0 ? null : { layer: node.column - 1, unit: node.index, from: -1 };
    }
  }
  const layer = columns.findIndex((nodes, column) => {
    const next = columns[column + 1];
    return next !== undefined && (nodes[0]?.x ?? 0) <= x && x <= (next[0]?.x ?? 0);
  });
  let best: NetworkItem | null = null;
  let nearest = reach;
  for (const start of columns[layer] ?? []) {
    for (const end of columns[layer + 1] ?? []) {
      const distance = distanceToLine(x, y, start, end);
      if (distance >= nearest) continue;
      nearest = distance;
      best = { layer, unit: end.index, from: start.index };
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

/** Where an item is: a neuron's middle, an edge's middle; null for one that there is not. */
export function placeOf(
  { columns }: NetworkLayout,
  { layer, unit, from }: NetworkItem,
): readonly [number, number] | null {
  const end = columns[layer + 1]?.[unit];
  if (end === undefined) return null;
  if (from < 0) return [end.x, end.y];
  const start = columns[layer]?.[from];
  return start === undefined ? null : [(start.x + end.x) / 2, (start.y + end.y) / 2];
}
