/** The trained parameters under the names of train.py's model, in the safetensors format: a header in JSON, then the numbers. */
import type { LayerNumbers } from "../engine/engine";

interface Entry {
  readonly dtype: "F32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

export function safetensorsOf(layers: readonly LayerNumbers[]): Uint8Array {
  const header: Record<string, Entry | Record<string, string>> = { __metadata__: { format: "pt" } };
  const parts: Float32Array[] = [];
  let end = 0;
  const add = (name: string, shape: readonly number[], numbers: Float32Array): void => {
    header[name] = { dtype: "F32", shape, data_offsets: [end, end + 4 * numbers.length] };
    end += 4 * numbers.length;
    parts.push(numbers);
  };
  layers.forEach(({ weights, biases, inputs, units }, index) => {
    // In train.py's model an activation stands between two layers.
    add(`${2 * index}.weight`, [units, inputs], weights);
    if (biases.length > 0) add(`${2 * index}.bias`, [units], biases);
  });
  const json = JSON.stringify(header);
  // Numbers begin at a multiple of eight bytes; the header is filled up with spaces.
  const text = new TextEncoder().encode(json.padEnd(8 * Math.ceil(json.length / 8)));
  const bytes = new Uint8Array(8 + text.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  let at = 8 + text.length;
  for (const number of parts.flatMap((part) => Array.from(part))) {
    view.setFloat32(at, number, true);
    at += 4;
  }
  return bytes;
}
