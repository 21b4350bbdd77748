/** Writes service-worker.js beside the built page: which files are the version that it keeps, and web/offline/service-worker.ts. */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Plugin, transformWithOxc } from "vite";

const SOURCE = "web/offline/service-worker.ts";

export function offlineWorker(): Plugin {
  let folder = "";
  return {
    name: "offline-worker",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    // The files as they are served.
    async writeBundle(_, bundle) {
      const names = Object.keys(bundle).filter((name) => name === "index.html" || name.startsWith("assets/"));
      const files = await Promise.all(
        names.map(async (name) => [
          // A server may refer from the page's name to its folder.
          name === "index.html" ? "./" : name,
          `sha256-${createHash("sha256")
            .update(await readFile(join(folder, name)))
            .digest("base64")}`,
        ]),
      );
      const { code } = await transformWithOxc(await readFile(SOURCE, "utf8"), SOURCE);
      await writeFile(join(folder, "service-worker.js"), `const FILES = ${JSON.stringify(files)};\n${code}`);
    },
  };
}
