/** Serves a build as a school's file server would: under a sub-path, without knowing anything of the page. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const SUB_PATH = "/school/sanhao/";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Playwright's global set-up: serves dist/, leaves its address in SANHAO_PAGE, and returns how to stop it. */
export default async function serve(): Promise<() => Promise<void>> {
  const { address, stop } = await serveFolder(DIST);
  process.env.SANHAO_PAGE = address;
  return stop;
}

export interface Served {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves the build in a folder. */
export async function serveFolder(folder: string): Promise<Served> {
  const root = resolve(folder);
  await stat(join(root, "index.html")).catch(() => {
    throw new Error(`${root}/index.html is not there: build the page first (cargo xtask play --build)`);
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = fileOf(root, pathname);
    const found = file !== null && (await stat(file).catch(() => null))?.isFile();
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      // A built file has its content's hash in its name, and is kept by browsers from one test to the next.
      ...(pathname.startsWith(`${SUB_PATH}assets/`) && { "cache-control": "max-age=3600" }),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    address: `http://127.0.0.1:${address.port}${SUB_PATH}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** The file that a path stands for; null outside the sub-path or the folder. */
function fileOf(root: string, pathname: string): string | null {
  if (!pathname.startsWith(SUB_PATH)) return null;
  const rest = decodeURIComponent(pathname.slice(SUB_PATH.length)) || "index.html";
  const file = normalize(join(root, rest));
  return file.startsWith(root + sep) ? file : null;
}
