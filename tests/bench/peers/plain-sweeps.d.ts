type Train = (updates: number) => void;
type Flat = Float64Array;
type Adam = { beta1: number; beta2: number; epsilon: number };

export function weights(
  features: Flat,
  targets: Flat,
  rate: number,
  rmsprop: { decay: number; epsilon: number },
  parameters: Flat,
): Train;
export function award(features: Flat, targets: Flat, rate: number, adam: Adam, parameters: Flat): Train;
export function layers(
  features: Flat,
  targets: Flat,
  batch: number,
  units: number,
  rate: number,
  adam: Adam,
  parameters: Flat,
  shuffle: (order: Uint32Array) => void,
): Train;
export function shuffle(order: Uint32Array): void;
