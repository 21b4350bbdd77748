/** The npm package `sanhao`, as npm packs it: its examples run where nothing but the package is there. */
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const SOURCE = fileURLToPath(new URL("../../crates/sanhao-wasm/", import.meta.url));
const ORIGIN = "http://package.test";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** A project of somebody else's in which the package is installed. */
let project: string;
let installed: string;

test.beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "sanhao-package-"));
  installed = join(project, "node_modules", "sanhao");
  await mkdir(installed, { recursive: true });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", project], {
    cwd: SOURCE,
    shell: process.platform === "win32",
  });
  const tarball = (await readdir(project)).find((name) => name.endsWith(".tgz"));
  expect(tarball).toMatch(/^sanhao-\d+\.\d+\.\d+\.tgz$/);
  execFileSync("tar", ["-xzf", join(project, String(tarball)), "--strip-components=1", "-C", installed]);
});

test.afterAll(() => rm(project, { recursive: true, force: true }));

test("the package holds the module with its types, a README and the licences", async () => {
  const files = (await readdir(installed, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  const modules = [".js", ".d.ts", "_bg.wasm"].map((end) => `pkg/sanhao_wasm${end}`);
  expect(files).toEqual(
    expect.arrayContaining([...modules, "package.json", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]),
  );
  const { version } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  expect(await readFile(join(SOURCE, "../../Cargo.toml"), "utf8")).toContain(`version = "${version}"`);
});

test("the Node.js example learns the school's weights from a table of its own", async () => {
  const example = join(project, "node.mjs");
  await copyFile(join(installed, "examples", "node.mjs"), example);
  const printed = execFileSync(process.execPath, [example], { encoding: "utf8" });
  expect(printed).toBe("weights of moral, study, sport: 0.600, 0.300, 0.100\nC's total: 96.5\n");
});

test("the browser example trains and paints the boundary", async ({ page }) => {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = await readFile(join(installed, pathname)).catch(() => null);
    const contentType = TYPES[extname(pathname)] ?? "application/octet-stream";
    await (body === null ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType }));
  });
  await page.goto(`${ORIGIN}/examples/browser.html`);
  await expect(page.getByText("2000 updates: ")).toHaveText(/, threshold 94\.7 points$/);
  const corners = await page.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const at = (x: number, y: number) => [...(canvas.getContext("2d")?.getImageData(x, y, 1, 1).data ?? [])];
    return { low: at(0, canvas.height - 1), high: at(canvas.width - 1, 0) };
  });
  // Orange: more red than blue. Blue: more blue than red.
  expect(corners.low[0]).toBeGreaterThan(Number(corners.low[2]));
  expect(corners.high[2]).toBeGreaterThan(Number(corners.high[0]));
});
