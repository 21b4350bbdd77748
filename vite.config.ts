import { svelte } from "@sveltejs/vite-plugin-svelte";
import { minify } from "terser";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** What Vite's minifier leaves: eight hundred bytes less of the first load, compressed. */
const smaller: Plugin = {
  name: "smaller",
  apply: "build",
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 2 } });
      if (code !== undefined) chunk.code = code;
    }
  },
};

export default defineConfig({
  // Relative addresses: the built site works from any folder of any file server.
  base: "./",
  plugins: [
    svelte({ compilerOptions: { cssHash: ({ hash, filename, css }) => `s${hash(filename ?? css).slice(0, 4)}` } }),
    smaller,
  ],
  build: {
    target: "es2022",
    // Every browser that runs the core preloads modules.
    modulePreload: { polyfill: false },
    // One chunk of what is there at the start, whatever else shares parts of it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
    outDir: "dist",
    // The wasm stays a file of its own, which browsers compile while it arrives.
    assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined),
  },
  test: {
    include: ["web/**/*.test.ts"],
    environment: "node",
  },
});
