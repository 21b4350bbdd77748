/** What neurons and edges are called. */
import type { Experiment } from "../../engine/engine";
import { localName } from "../../i18n/words";
import type { NetworkItem } from "./network";
import type { NetworkWords } from "./words";

export interface NetworkNames {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The neuron that an item is or that its edge ends in. */
  to(item: Pick<NetworkItem, "layer" | "unit">): string;
  /** Where an edge comes from. */
  from(layer: number, index: number): string;
  /** The whole item: a weight, or a neuron's bias. */
  of(item: NetworkItem): string;
}

/** `layers` counts the output's. */
export function networkNames(
  { table }: Experiment,
  layers: number,
  outputs: number,
  words: NetworkWords,
): NetworkNames {
  const inputs = table.subjects.map(localName);
  const named = outputs === 1 ? [localName(table.target)] : table.classes.map(localName);
  const to = ({ layer, unit }: Pick<NetworkItem, "layer" | "unit">): string =>
    layer === layers - 1 ? (named[unit] ?? "") : words.neuron(layer + 1, unit + 1);
  const from = (layer: number, index: number): string =>
    layer === 0 ? (inputs[index] ?? "") : words.neuron(layer, index + 1);
  return {
    inputs,
    outputs: named,
    to,
    from,
    of: (item) => (item.from < 0 ? words.biasOf(to(item)) : words.weightOf(from(item.layer, item.from), to(item))),
  };
}
