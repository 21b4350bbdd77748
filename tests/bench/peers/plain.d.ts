type Train = (updates: number) => void;

type Flat = Float64Array;

export function linear(features: Flat, targets: Flat, batch: number, rate: number, parameters: Flat): Train;
export function logistic(features: Flat, targets: Flat, batch: number, rate: number, parameters: Flat): Train;
export function softmax(features: Flat, targets: Flat, batch: number, rate: number, parameters: Flat): Train;
export function small(features: Flat, targets: Flat, batch: number, rate: number, parameters: Flat): Train;
export function smallGrid(points: Flat, parameters: Flat, values: Float32Array): void;
export function wide(
  features: Flat,
  targets: Flat,
  batch: number,
  adam: { rate: number; beta1: number; beta2: number; epsilon: number },
  sizes: number[],
  parameters: Flat,
): Train;
export function wideGrid(points: Flat, sizes: number[], parameters: Flat, values: Float32Array): () => void;
