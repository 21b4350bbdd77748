/** From neuron to edge to neuron by the arrow keys. */
import type { LayerNumbers } from "../../engine/engine";
import type { NetworkItem } from "./network";

type Shape = Pick<LayerNumbers, "inputs" | "units">;

/**
 * The item that a key leads to: up and down through a layer's neurons, each followed by the edges that end in it, left
 * and right to the neuron beside it in the next layer. Null for a key that is none of these.
 */
export function itemAfter(layers: readonly Shape[], item: NetworkItem | null, key: string): NetworkItem | null {
  if (!["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) return null;
  const at = item && layers[item.layer];
  if (!item || !at || key === "Home") return neuronIn(layers, 0, 0);
  const stops = at.inputs + 1;
  const stop = item.unit * stops + item.from + 1;
  const along = (next: number): NetworkItem => {
    const clamped = Math.min(at.units * stops - 1, Math.max(0, next));
    return { layer: item.layer, unit: Math.floor(clamped / stops), from: (clamped % stops) - 1 };
  };
  switch (key) {
    case "ArrowDown":
      return along(stop + 1);
    case "ArrowUp":
      return along(stop - 1);
    case "ArrowLeft":
      return neuronIn(layers, item.layer - 1, item.unit);
    case "ArrowRight":
      return neuronIn(layers, item.layer + 1, item.unit);
    default:
      return along(Number.POSITIVE_INFINITY);
  }
}

function neuronIn(layers: readonly Shape[], layer: number, unit: number): NetworkItem {
  const clamped = Math.min(layers.length - 1, Math.max(0, layer));
  return { layer: clamped, unit: Math.min((layers[clamped]?.units ?? 1) - 1, unit), from: -1 };
}
