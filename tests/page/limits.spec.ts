/** What a visitor has fetched by the time training plays. */
import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, testOnOwnPage } from "./playground";

/** Bytes as a server sends them, compressed. */
const MOST_BYTES = 350_000;
const MOST_REQUESTS = 16;

testOnOwnPage("play after a first pointer move costs at most 350 kB in 16 requests", async ({ playground, page }) => {
  const fetched: Response[] = [];
  page.on("response", (response) => fetched.push(response));
  /** Waits until a second has passed in which nothing was asked for. */
  const quiet = async (): Promise<void> => {
    let before = -1;
    await expect
      .poll(
        () => {
          const same = fetched.length === before;
          before = fetched.length;
          return same;
        },
        { intervals: [1000] },
      )
      .toBe(true);
  };
  await page.goto("?lang=en");
  await playground.play.waitFor();
  await quiet();
  await page.mouse.move(300, 300);
  await page.mouse.move(500, 400);
  await quiet();
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
  await quiet();
  const sizes = await Promise.all(
    fetched.map(async (response) => gzipSync(await response.body(), { level: 9 }).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const said = `${bytes} bytes in ${fetched.length} requests`;
  console.log(said);
  expect(bytes, said).toBeLessThanOrEqual(MOST_BYTES);
  expect(fetched.length, said).toBeLessThanOrEqual(MOST_REQUESTS);
});
