/** Serves the built pages while the benchmark runs. */
import { fileURLToPath } from "node:url";
import { preview } from "vite";

export default async function serve(): Promise<() => Promise<void>> {
  const server = await preview({
    configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
    preview: { port: 4180 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the server has no address");
  process.env.SANHAO_BENCH_PAGE = address;
  return () => server.close();
}
