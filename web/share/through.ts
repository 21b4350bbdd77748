/** Packs bytes, or unpacks them, by the browser's own streams. */

/** The limit on inflated text, far above any experiment, as protection against decompression bombs. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

/** Bytes after a stream that packs or unpacks; throws if they are damaged or too many. */
export async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: TransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > MAX_TEXT_BYTES) {
      void reader.cancel();
      throw new RangeError("too long");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
