import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the built site works from any folder of any file server.
  base: "./",
  plugins: [
    svelte({ compilerOptions: { cssHash: ({ hash, filename, css }) => `s${hash(filename ?? css).slice(0, 4)}` } }),
  ],
  build: {
    target: "es2022",
    // Every browser that runs the core preloads modules.
    modulePreload: { polyfill: false },
    outDir: "dist",
    // The wasm stays a file of its own, which browsers compile while it arrives.
    assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined),
  },
  test: {
    include: ["web/**/*.test.ts"],
    environment: "node",
  },
});
