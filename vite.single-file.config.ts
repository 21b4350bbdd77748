/** Makes dist/sanhao.html of the built page: all of it in one file, which runs by double click where there is no network. */
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { withSingleFilePolicy } from "./content-policy.ts";
import { scormPackage } from "./scorm-package.ts";

/** What holds for a page whose files lie beside it: its policy, the early fetch of the module, and what makes it an app. */
const BESIDE = /\s*<meta http-equiv[^>]*>|\s*(<!--[^>]*-->\s*)?<link rel="(preload|apple-touch-icon|manifest)"[^>]*>/g;

/** The lessons' files, where web/learn/lessons/included.ts finds them. */
function lessons(): string {
  const folder = "dist/lessons";
  const files = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);
  const json = JSON.stringify(Object.fromEntries(files)).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="lessons">${json}</script>`;
}

function sanhaoHtml(): Plugin {
  return {
    name: "sanhao-html",
    enforce: "post",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replace(BESIDE, "").replace(".svg", ".svg?inline"),
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const [page] = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(".html"));
        if (page?.type !== "asset") throw new Error("no page was built");
        delete bundle[page.fileName];
        const source = String(page.source).replace("<title>", (title) => `${lessons()}\n    ${title}`);
        this.emitFile({ type: "asset", fileName: "sanhao.html", source: withSingleFilePolicy(source) });
      },
    },
  };
}

export default defineConfig({
  plugins: [viteSingleFile(), sanhaoHtml(), scormPackage()],
  publicDir: false,
  build: {
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: "dist/index.html" },
    outDir: "dist",
    emptyOutDir: false,
  },
});
