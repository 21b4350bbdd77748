import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, testOnOwnPage as test } from "./playground";

/** Limits of all that a visitor has fetched for it once case 1 trains, not for a later visit without network; nothing is worth doing to get further below. */
const MAX_BYTES = 475_000;
const MAX_REQUESTS = 16;

test("a visitor who points and presses Play has fetched at most 475 kB in 16 requests", async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "the figure is Chromium's");
  const fetched: Promise<{ path: string; bytes: number }>[] = [];
  page.on("response", (response: Response) => {
    fetched.push(
      response.body().then((body) => ({
        path: new URL(response.url()).pathname,
        bytes: gzipSync(body, { level: 9 }).length,
      })),
    );
  });
  await page.goto("?lang=en");
  const play = page.getByRole("button", { name: "Play", exact: true });
  await play.waitFor();
  await page.mouse.move(300, 300);
  await page.mouse.move(500, 400);
  await play.click();
  await page.waitForFunction(() => (window.sanhao?.frame().updates ?? 0) > 0);
  await page.waitForLoadState("networkidle");

  const files = (await Promise.all(fetched)).filter(({ path }) => !/\/Offline-[^/]*$/.test(path));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`first use: ${bytes} bytes gzipped in ${files.length} requests`);
  expect(files.some(({ path }) => path.endsWith(".wasm"))).toBe(true);
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
  expect(files.length).toBeLessThanOrEqual(MAX_REQUESTS);
});
