/** Builds the benchmark's pages, and writes what the native benches read, into target/bench/. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { defineConfig, type Plugin } from "vite";
import { experimentOf, GRID, planeOf, WORKLOADS } from "./workloads.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The workloads, for Rust, and the module that finds the machine's peak. */
const files: Plugin = {
  name: "sanhao-bench",
  generateBundle() {
    for (const workload of WORKLOADS) {
      const experiment = experimentOf(workload);
      const grid = workload.kind === "grid" ? { ...GRID, plane: planeOf(experiment) } : null;
      const source = JSON.stringify({ experiment, grid });
      this.emitFile({ type: "asset", fileName: `workloads/${workload.name}.json`, source });
    }
    const peak = binaryen.parseText(readFileSync(here("peak.wat"), "utf8"));
    this.emitFile({ type: "asset", fileName: "peak.wasm", source: peak.emitBinary() });
  },
};

/** Modules that are measured where a variable says that they are: TensorFlow Playground's nn.js, and another build of ours. */
const OPTIONAL: Readonly<Record<string, string>> = {
  "virtual:tensorflow-playground": "SANHAO_BENCH_TFP",
  "virtual:other-build": "SANHAO_BENCH_OTHER",
};
const optional: Plugin = {
  name: "optional",
  resolveId: (id) => (id in OPTIONAL ? id : undefined),
  load(id) {
    const variable = OPTIONAL[id];
    if (variable === undefined) return;
    const path = process.env[variable];
    if (path === undefined) return "export default null;";
    return `import * as module from ${JSON.stringify(resolve(path))}; export default module;`;
  },
};

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [files, optional],
  build: {
    target: "es2022",
    outDir: here("../../target/bench"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "start.html", "start-tensorflow.html"].map(here) },
  },
});
