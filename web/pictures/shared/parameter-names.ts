/** What weights, biases and neurons are called, the same in every picture. */
import type { Table } from "../../engine/engine";
import { localName } from "../../i18n/words";
import { type ParameterWords, parameterWords } from "./parameter-words";

/** A unit of a layer; layers count from 0, the output's is the last. */
export interface UnitPlace {
  readonly layer: number;
  readonly unit: number;
}

/** A parameter: the weight from an input of its unit's layer, or the unit's bias with `from` −1. */
export interface ParameterPlace extends UnitPlace {
  readonly from: number;
}

export interface ParameterNames {
  /** The names of the subjects. */
  readonly inputs: readonly string[];
  /** The names of the output units: the target, or the classes. */
  readonly outputs: readonly string[];
  unit(place: UnitPlace): string;
  /** An input of a layer: a subject, or a neuron of the layer before. */
  input(layer: number, index: number): string;
  /** A whole parameter. A network that is one unit has no need to name it. */
  parameter(place: ParameterPlace): string;
}

export function parameterNames(
  table: Pick<Table, "subjects" | "classes" | "target">,
  layers: readonly { readonly units: number }[],
  words: ParameterWords = parameterWords,
): ParameterNames {
  const last = layers.length - 1;
  const inputs = table.subjects.map(localName);
  const outputs = layers[last]?.units === 1 ? [localName(table.target)] : table.classes.map(localName);
  const isOneUnit = last === 0 && outputs.length === 1;
  const unit = ({ layer, unit }: UnitPlace): string =>
    layer === last ? (outputs[unit] ?? "") : words.neuron(layer + 1, unit + 1);
  const input = (layer: number, index: number): string =>
    layer === 0 ? (inputs[index] ?? "") : words.neuron(layer, index + 1);
  return {
    inputs,
    outputs,
    unit,
    input,
    parameter(place) {
      const { layer, from } = place;
      if (from < 0) return isOneUnit ? words.bias : words.biasOf(unit(place));
      return isOneUnit ? words.weightOf(input(layer, from)) : words.edge(input(layer, from), unit(place));
    },
  };
}
