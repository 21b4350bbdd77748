/** What the loss surface shows: which two parameters, and how much of their plane. */
import { type LayerNumbers, parametersOf } from "../engine/engine";

export interface SurfaceChoice {
  /** The network that the choice was made of. It does not apply to one of another shape. */
  readonly shape: string;
  /** The parameters on the horizontal and on the vertical axis, in the core's order. */
  readonly a: number;
  readonly b: number;
  /** The part of the plane that was zoomed to; null = what the run's path needs. */
  readonly domain: SurfaceDomain | null;
}

export interface SurfaceDomain {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

export function shapeOf(layers: readonly LayerNumbers[]): string {
  return layers.map(({ inputs, units, biases }) => [inputs, units, biases.length].join()).join(";");
}

/** The choice if it was made of this network, else its first two parameters. */
export function surfaceChoiceFor(layers: readonly LayerNumbers[], choice: SurfaceChoice | null): SurfaceChoice {
  const shape = shapeOf(layers);
  if (choice?.shape === shape) return choice;
  return { shape, a: 0, b: Math.min(1, parametersOf(layers).length - 1), domain: null };
}
