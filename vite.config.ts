import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { contentPolicy } from "./content-policy.ts";
import { offlineWorker } from "./offline-worker.ts";

export default defineConfig({
  // Relative addresses: the built site works from any folder of any file server.
  base: "./",
  plugins: [svelte(), contentPolicy(), offlineWorker()],
  build: {
    target: "es2022",
    // A lazy part needs its own chunk and what is loaded already: there is nothing to preload.
    modulePreload: false,
    // A page test takes every file in turn from it.
    manifest: true,
    // One stylesheet, a few kilobytes larger than what the first screen needs of it.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "page", tags: ["$initial"] },
            // What is shared by the pictures of many runs alone comes with the first of them. web/ui/lazy.ts knows by its name that it is shared.
            { name: "shared-runs", test: /web\/(pictures\/runs\/|engine\/sweep)/ },
            { name: "shared", minShareCount: 2 },
          ],
        },
      },
    },
    outDir: "dist",
    // The wasm stays a file of its own, which browsers compile while it arrives.
    assetsInlineLimit: (file) => (file.endsWith(".wasm") ? false : undefined),
  },
  test: {
    include: ["web/**/*.test.ts"],
    environment: "node",
    // Starting afresh for each of 137 files takes longer than the tests. web/each-file.testing.ts puts back what a file may have changed.
    isolate: false,
    setupFiles: "web/each-file.testing.ts",
  },
});
