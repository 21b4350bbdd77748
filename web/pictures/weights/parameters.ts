/** Where a parameter stands in the flat run of all of them: layer by layer, the weights unit by unit, then the biases. */
import type { LayerNumbers } from "../../engine/engine";

type Shape = Pick<LayerNumbers, "weights" | "biases" | "inputs">;

function firstOf(layers: readonly Shape[], layer: number): number {
  return layers.slice(0, layer).reduce((count, { weights, biases }) => count + weights.length + biases.length, 0);
}

/** The index of the weight from an input to a unit of a layer. */
export function weightIndex(layers: readonly Shape[], layer: number, unit: number, from: number): number {
  return firstOf(layers, layer) + unit * (layers[layer]?.inputs ?? 0) + from;
}

/** The index of a unit's bias; of no meaning in a model without. */
export function biasIndex(layers: readonly Shape[], layer: number, unit: number): number {
  return firstOf(layers, layer) + (layers[layer]?.weights.length ?? 0) + unit;
}

/** The unit of the first layer that a parameter belongs to. */
export function unitOf([first]: readonly Shape[], index: number): number {
  if (first === undefined) return 0;
  return index < first.weights.length ? Math.floor(index / first.inputs) : index - first.weights.length;
}

export function countOf(layers: readonly Shape[]): number {
  return firstOf(layers, layers.length);
}

/** How a parameter is changed by hand; what is refused changes nothing and is said beside the picture. */
export interface ByHand {
  /** Takes a value; false where it is refused. */
  set(index: number, value: number): boolean;
  /** Takes what was typed; null where it is no number, which is then said. */
  read(index: number, text: string): number | null;
  /** Removes the message. */
  clear(): void;
  /** The parameter whose value was refused; null where none was. */
  readonly refused: number | null;
  /** The id of the message that says why. */
  readonly reason: string;
}
