/** Hidden layers changed in place. */
import type { HiddenLayer } from "../../engine/engine";

/** The most hidden layers that the core takes. */
export const MAX_LAYERS = 8;

/** A layer put in at a place, like the one before it; the first one like the one behind it. */
export function inserted(hidden: readonly HiddenLayer[], index: number): HiddenLayer[] {
  const like = hidden[index - 1] ?? hidden[index] ?? { units: 4, activation: "tanh" };
  return [...hidden.slice(0, index), { ...like }, ...hidden.slice(index)];
}

export function removed(hidden: readonly HiddenLayer[], index: number): HiddenLayer[] {
  return hidden.filter((_, other) => other !== index);
}

export function replaced(hidden: readonly HiddenLayer[], index: number, change: Partial<HiddenLayer>): HiddenLayer[] {
  return hidden.map((layer, other) => (other === index ? { ...layer, ...change } : layer));
}
