/** What a learner calls a parameter: by the subject, class and neuron that it belongs to. */
import type { Experiment, LayerNumbers } from "../../engine/engine";
import type { ParameterPlace } from "./parameter-places";
import type { SurfaceWords } from "./words";

export interface Naming {
  readonly layers: readonly LayerNumbers[];
  readonly table: Experiment["table"];
  readonly words: SurfaceWords;
  /** A name as the reader's language has it. */
  readonly local: (name: string) => string;
}

export function parameterName(place: ParameterPlace, naming: Naming): string {
  const { layers, words } = naming;
  if (layers.length === 1 && layers[0]?.units === 1) {
    return place.input === null ? words.bias : words.weightOf(inputName(place, naming));
  }
  const unit = unitName(place, naming);
  return place.input === null ? words.biasOf(unit) : words.edge(unit, inputName(place, naming));
}

export function unitName({ layer, unit }: ParameterPlace, { layers, table, words, local }: Naming): string {
  if (layer < layers.length - 1) return words.hidden(layer + 1, unit + 1);
  return layers[layer]?.units === 1 ? words.output : local(table.classes[unit] ?? words.neuronOf(unit + 1));
}

/** The name of what goes in, or of the bias. */
export function inputName({ layer, input }: ParameterPlace, { table, words, local }: Naming): string {
  if (input === null) return words.bias;
  return layer === 0 ? local(table.subjects[input] ?? "") : words.neuronOf(input + 1);
}
