/** A layer's weights as a picture, for layers too large for nodes and edges. */
import type { LayerNumbers, Rgb } from "../../engine/engine";
import { mixedRgb } from "../shared/theme";

/** Cells of a heat map a side; a larger matrix is sampled. */
const MAX_CELLS = 96;

export interface HeatMap {
  readonly width: number;
  readonly height: number;
  /** RGBA bytes, one column an input and one row a unit. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** A layer's weights as colours: orange negative, blue positive, paper at zero, fullest at `limit`. */
export function heatMap(layer: LayerNumbers, limit: number, paper: Rgb, negative: Rgb, positive: Rgb): HeatMap {
  const width = Math.min(MAX_CELLS, layer.inputs);
  const height = Math.min(MAX_CELLS, layer.units);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const unit = Math.floor((row * layer.units) / height);
    for (let column = 0; column < width; column += 1) {
      const weight = layer.weights[unit * layer.inputs + Math.floor((column * layer.inputs) / width)] ?? 0;
      const share = limit > 0 && Number.isFinite(weight) ? weight / limit : 0;
      const color = mixedRgb(paper, share < 0 ? negative : positive, Math.sqrt(Math.abs(share)));
      pixels.set([...color, 255], (row * width + column) * 4);
    }
  }
  return { width, height, pixels };
}
