/**
 * The loader of a part of the page with its own chunk. It can be called again after a failure: Firefox and the HTML standard
 * keep a failed import under its address until the page is reloaded, so the next attempt asks for another address. What such a
 * part imports itself keeps its address: for a chunk that several parts share only a reload helps there.
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
      const address = addressIn(error);
      if (address !== undefined && !SHARED.test(address)) failed ??= address;
      throw error;
    }
  };
}

/** The chunks of what several parts import (vite.config.ts). */
const SHARED = /\/shared-[^/]*$/;

/** How Chromium, Firefox and WebKit say that a script or another file did not come. */
const NOT_FETCHED =
  /^(?:Failed to fetch|error loading dynamically imported module|NetworkError|Importing a module script failed|Load failed)/;

/**
 * Why a part is not there: a file did not come and can be asked for again; the browser keeps that it did not come, until the page
 * is reloaded; or what came has a fault.
 */
export function failureOf(error: unknown): "missing" | "keptMissing" | "broken" {
  if (!(error instanceof TypeError && NOT_FETCHED.test(error.message))) return "broken";
  return SHARED.test(addressIn(error) ?? "") ? "keptMissing" : "missing";
}

/**
 * The address in the message of a failed import. Chromium names the part that was asked for and Firefox the file that did not
 * come; WebKit names none, and there the same address is asked for again.
 */
function addressIn(error: unknown): string | undefined {
  return /https?:\/\/[^\s?]+/.exec(String(error))?.[0];
}
