/** The index of a parameter among all of them: layer by layer, the weights unit by unit, then the biases. */
import type { LayerNumbers } from "../../engine/engine";
import type { ParameterPlace } from "./parameter-names";

type Shape = Pick<LayerNumbers, "weights" | "biases" | "inputs">;

function firstOf(layers: readonly Shape[], layer: number): number {
  return layers.slice(0, layer).reduce((count, { weights, biases }) => count + weights.length + biases.length, 0);
}

/** The index of the weight from an input to a unit of a layer. */
export function weightIndex(layers: readonly Shape[], layer: number, unit: number, from: number): number {
  return firstOf(layers, layer) + unit * (layers[layer]?.inputs ?? 0) + from;
}

/** The index of a unit's bias; meaningless in a model without biases. */
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

/** A parameter and its index. */
export interface Parameter extends ParameterPlace {
  readonly index: number;
}

/** The parameters of each unit, the bias last, layer by layer. */
export function parametersByUnit(layers: readonly LayerNumbers[]): Parameter[][] {
  return layers.flatMap(({ inputs, units, biases }, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const parameters = Array.from({ length: inputs }, (__, from) => ({
        index: weightIndex(layers, layer, unit, from),
        layer,
        unit,
        from,
      }));
      if (biases.length > 0) parameters.push({ index: biasIndex(layers, layer, unit), layer, unit, from: -1 });
      return parameters;
    }),
  );
}
