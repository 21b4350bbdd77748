/** Writes the exports that check.py and train.py's runs are tested on, with the page's own code and the real core. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  plugins: [svelte()],
  test: { include: ["tests/exports/{schema,write}.ts"], environment: "node", testTimeout: 120_000 },
  build: { assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined) },
});
