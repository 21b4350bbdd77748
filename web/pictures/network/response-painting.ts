/** Paints activations: small ones into the boxes of the network, a large one beside the selected neuron. */
import { contextOf } from "../shared/canvas";
import type { NetworkLayout } from "./network";
import { MIN_PICTURE } from "./network";
import {
  hasResponse,
  neuronIndex,
  type Responses,
  responseOf,
  responsePixels,
  type Tint,
  type TintColors,
} from "./response";

let cell: HTMLCanvasElement | null = null;

/** One neuron's answers on a canvas of a pixel each, which the next call paints anew. */
function painted(responses: Responses, neuron: number, tint: Tint, colors: TintColors): HTMLCanvasElement {
  cell ??= document.createElement("canvas");
  const { columns, rows } = responses;
  const pixels = responsePixels(responseOf(responses, neuron), tint, colors);
  contextOf(cell, columns, rows).putImageData(new ImageData(pixels, columns), 0, 0);
  return cell;
}

/** Fills the neurons' boxes; `tintOf` says how a neuron's numbers become colours. */
export function paintResponses(
  context: CanvasRenderingContext2D,
  layers: readonly { readonly units: number }[],
  { columns }: NetworkLayout,
  responses: Responses,
  tintOf: (layer: number, unit: number) => Tint,
  colors: TintColors,
): void {
  columns.slice(1).forEach((nodes, layer) => {
    for (const { index, x, y, radius } of nodes) {
      const neuron = neuronIndex(layers, layer, index);
      if (radius < MIN_PICTURE || !hasResponse(responses, neuron)) continue;
      const source = painted(responses, neuron, tintOf(layer, index), colors);
      const half = radius - 0.6;
      context.drawImage(source, x - half, y - half, 2 * half, 2 * half);
    }
  });
}

/** Points from one to the next at which a box is looked at for flashes. */
const APART = 6;

/** The colours of all boxes at a few places each, as `FlashLimit` looks at them. */
export function cellsOf(
  layers: readonly { readonly units: number }[],
  responses: Responses,
  tintOf: (layer: number, unit: number) => Tint,
  colors: TintColors,
): Uint8ClampedArray {
  const pixels = layers.flatMap(({ units }, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const values = responseOf(responses, neuronIndex(layers, layer, unit));
      const seen = values.filter(
        (_, point) => point % APART === 0 && Math.floor(point / responses.columns) % APART === 0,
      );
      return [...responsePixels(seen, tintOf(layer, unit), colors)];
    }),
  );
  return Uint8ClampedArray.from(pixels.flat());
}

/** Fills a whole canvas with one neuron's answers. */
export function paintResponse(
  canvas: HTMLCanvasElement,
  responses: Responses,
  neuron: number,
  tint: Tint,
  colors: TintColors,
): void {
  contextOf(canvas, responses.columns, responses.rows).drawImage(painted(responses, neuron, tint, colors), 0, 0);
}
