/** Builds dist/sanhao.html beside the page: all of it in one file, which runs by double click where there is no network. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { withSingleFilePolicy } from "./content-policy.ts";

/** What refers to files beside the page: the early fetch of the module, and what makes the page an app. */
const BESIDE = /\s*(<!--[^>]*-->\s*)?<link rel="(preload|apple-touch-icon|manifest)"[^>]*>/g;

function sanhaoHtml(): Plugin {
  return {
    name: "sanhao-html",
    enforce: "post",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace(BESIDE, "").replace("icon.svg", "icon.svg?inline"),
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no index.html was built");
        delete bundle["index.html"];
        this.emitFile({
          type: "asset",
          fileName: "sanhao.html",
          source: withSingleFilePolicy(String(page.source)),
        });
      },
    },
  };
}

export default defineConfig({
  // What in web/ is done otherwise in the single file asks for this mode.
  mode: "single-file",
  plugins: [svelte(), viteSingleFile(), sanhaoHtml()],
  build: {
    target: "es2022",
    modulePreload: false,
    outDir: "dist",
    emptyOutDir: false,
    copyPublicDir: false,
  },
});
