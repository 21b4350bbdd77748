/** Writes the exports and the workbooks that the Python files here test, with the page's own code and the real core. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  plugins: [svelte()],
  test: { include: ["tests/exports/{schema,workbooks,write}.ts"], environment: "node", testTimeout: 120_000 },
  build: { assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined) },
});
