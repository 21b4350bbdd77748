/** Bundles the page's words for the tests: what the dictionaries import needs Svelte's compiler. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = "node_modules/.cache/page-words";

/** Returns the bundle's address. */
export async function bundleWords(): Promise<string> {
  await build({
    root: fileURLToPath(ROOT),
    logLevel: "error",
    build: {
      ssr: "tests/page/page-words.ts",
      outDir: FOLDER,
      copyPublicDir: false,
      manifest: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return new URL(`${FOLDER}/page-words.js`, ROOT).href;
}
