/**
 * The loader of a part of the page with its own chunk. It can be called again after a failure: Firefox and the HTML standard
 * keep a failed import under its address until the page is reloaded, so the next attempt asks for another address. What such a
 * part imports itself keeps its address: for a chunk that several parts share only a reload helps there (Loading.svelte).
 *
 * A part that is not a picture gets a line in tests/page/failing.spec.ts, which fails every file of the build once.
 */
export function lazy<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let failed: string | undefined;
  let attempts = 0;
  return async () => {
    try {
      return await (failed === undefined ? load() : import(/* @vite-ignore */ `${failed}?attempt=${attempts}`));
    } catch (error) {
      attempts += 1;
      // Chromium and Firefox name the address in their message; WebKit does not, and there the same address is asked again.
      failed ??= /https?:\/\/[^\s?]+/.exec(String(error))?.[0];
      throw error;
    }
  };
}
