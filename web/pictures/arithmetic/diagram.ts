/** What of a network each stage of a step uses, for the neuron and the weight that are followed. */
import type { LayerNumbers } from "../../engine/engine";
import type { Stage } from "../../state/step-choice";
import type { NetworkItem } from "../network/network";
import type { Focus, Neuron } from "./step";

export interface Lit {
  /** Edges that are used. */
  readonly edges: readonly NetworkItem[];
  /** Nodes, by their column (0 = inputs) and their place in it. */
  readonly nodes: readonly (readonly [column: number, index: number])[];
  /** Which way the numbers go along the edges: none, to the outputs or back from them. */
  readonly flow: "none" | "forward" | "back";
}

export function litOf(
  stage: Stage,
  { layer, unit, from }: Focus,
  path: readonly Neuron[],
  layers: readonly Pick<LayerNumbers, "inputs" | "units">[],
): Lit {
  const last = layers.length - 1;
  const count = (size: number | undefined): number[] => Array.from({ length: size ?? 0 }, (_, index) => index);
  const neuron = [layer + 1, unit] as const;
  const outputs = count(layers[last]?.units).map((index) => [last + 1, index] as const);
  const followed = path.map((neuron) => [neuron.layer + 1, neuron.unit] as const);
  const own: NetworkItem[] = from < 0 ? [] : [{ layer, unit, from }];
  switch (stage) {
    case "data":
      return { edges: [], nodes: count(layers[0]?.inputs).map((index) => [0, index] as const), flow: "none" };
    case "prediction": {
      const edges = path.flatMap((to): NetworkItem[] =>
        count(layers[to.layer]?.inputs).map((source) => ({ ...to, from: source })),
      );
      return { edges, nodes: [...followed.slice(0, -1), ...outputs], flow: "forward" };
    }
    case "loss":
      return { edges: [], nodes: outputs, flow: "none" };
    case "gradient": {
      const back = path
        .slice(0, -1)
        .flatMap((to): NetworkItem[] =>
          count(layers[to.layer + 1]?.units).map((next) => ({ layer: to.layer + 1, unit: next, from: to.unit })),
        );
      return { edges: [...back, ...own], nodes: [...outputs, ...followed.slice(0, -1)], flow: "back" };
    }
    case "update":
      return { edges: own, nodes: from < 0 ? [neuron] : [], flow: "none" };
  }
}
