/** Where each parameter of a network belongs. */
import type { LayerNumbers } from "../../engine/engine";

export interface ParameterPlace {
  /** In the flat run of parameters. */
  readonly index: number;
  readonly layer: number;
  readonly unit: number;
  /** The unit's input; null for its bias. */
  readonly input: number | null;
}

/** The parameters of each unit, the bias last, layer by layer. */
export function parametersByUnit(layers: readonly LayerNumbers[]): ParameterPlace[][] {
  let start = 0;
  return layers.flatMap(({ inputs, units, biases }, layer) => {
    const from = start;
    start += units * inputs + biases.length;
    return Array.from({ length: units }, (_, unit) => {
      const places: ParameterPlace[] = Array.from({ length: inputs }, (__, input) => ({
        index: from + unit * inputs + input,
        layer,
        unit,
        input,
      }));
      if (biases.length > 0) places.push({ index: from + units * inputs + unit, layer, unit, input: null });
      return places;
    });
  });
}
