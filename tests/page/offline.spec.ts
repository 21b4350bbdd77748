/** Without network: what a first visit leaves behind, and how a new version of the page arrives. */
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { forgetFailedRequests } from "./failed-requests";
import { expect, Playground, testOnOwnPage } from "./playground";
import { type Served, serveFolder } from "./serve";
import { en } from "./words";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The build, served by a server of its own from a folder of its own. */
interface Site extends Served {
  readonly folder: string;
}

const test = testOnOwnPage.extend<{ site: Site }>({
  serviceWorkers: "allow",
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "sanhao-"));
    cpSync(DIST, folder, { recursive: true });
    const served = await serveFolder(folder);
    await use({ ...served, folder });
    await served.stop();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ site }, use) => use(site.address),
});

/** Waits until the page is kept and answers without the server. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((claimed) => navigator.serviceWorker.addEventListener("controllerchange", claimed));
  });
}

/** Replaces the site by a new version of it, which has lost a part that the old one had. */
function replaceSite({ folder }: Site, part: RegExp): void {
  const integrity = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  const old = readFileSync(join(folder, "index.html"), "utf8");
  const next = old.replace("<title>", '<meta name="version" content="next" />\n    <title>');
  const [lost = ""] = readdirSync(join(folder, "assets")).filter((file) => part.test(file));
  rmSync(join(folder, "assets", lost));
  writeFileSync(join(folder, "index.html"), next);
  edit("service-worker.js", (text) =>
    text.replace(integrity(old), integrity(next)).replace(new RegExp(`\\["assets/${lost}",[^\\]]*\\],`), ""),
  );
}

test("after the first visit the page works without network, its parts and lessons too", {
  tag: "@engine",
}, async ({ page, playground, site }) => {
  await playground.open();
  await kept(page);
  await site.stop();
  await playground.open();
  await playground.train(10);
  expect((await playground.frame()).updates).toBe(10);
  await playground.openPicture("metrics");
  await expect(page.getByRole("article").getByText(en.part.loading)).toHaveCount(0);
  const files = readdirSync(join(site.folder, "assets"));
  expect(files.length).toBeGreaterThan(10);
  const missing = await page.evaluate(async (files) => {
    const present = await Promise.all(files.map((file) => fetch(`assets/${file}`).then(({ ok }) => ok)));
    return files.filter((_, index) => !present[index]);
  }, files);
  expect(missing).toEqual([]);
  await page.getByRole("button", { name: en.lessons, exact: true }).click();
  const lessons = page.getByRole("region", { name: en.lessons, exact: true });
  await expect(lessons.getByRole("listitem")).toHaveCount(14);
  await expect(lessons.getByRole("alert")).toHaveCount(0);
});

test("a new version is offered and comes on a press only; an open page keeps the parts of its own version", {
  tag: "@engine",
}, async ({ page, playground, site }) => {
  const version = page.locator("meta[name=version]");
  const offer = page.getByText(en.offline.newVersion);
  await playground.open();
  await kept(page);
  const neighbour = new Playground(await page.context().newPage());
  await neighbour.open();
  replaceSite(site, /^MetricsPicture/);

  await playground.open();
  await expect(offer).toBeVisible();
  await expect(version).toHaveCount(0);
  await playground.setRate("0.0375");
  const before = await playground.experiment();
  await page.getByRole("button", { name: en.offline.load, exact: true }).click();
  await expect(version).toHaveCount(1);
  await expect(playground.play).toBeVisible();
  expect(await playground.experiment()).toEqual(before);
  await expect(offer).toBeHidden();

  await expect(neighbour.page.locator("meta[name=version]")).toHaveCount(0);
  await neighbour.openPicture("metrics");
  await expect(
    neighbour.page.getByRole("article", { name: en.titles.metrics }).getByRole("table").first(),
  ).toBeVisible();

  // Once no page of the earlier version is open its cache goes.
  await neighbour.page.close();
  await page.goto("about:blank");
  await playground.open();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(2);
});

testOnOwnPage(
  "without network a door whose parts never came says so, loses nothing, and opens once there is network",
  {
    tag: "@engine",
  },
  async ({ playground, page, watched }) => {
    const fails = async (place: Locator): Promise<void> => {
      await expect(place.getByRole("alert")).toContainText(en.part.failed);
      expect(await playground.experiment()).toEqual(before);
      expect((await playground.frame()).updates).toBe(3);
    };
    const again = (place: Locator): Promise<void> =>
      place.getByRole("button", { name: en.part.again, exact: true }).click();
    await playground.open("award");
    await playground.setRate("0.0375");
    await playground.train(3);
    const before = await playground.experiment();
    const table = page.locator(".card.data");

    // A workbook needs the part for files first, and then the library: each is missing in its turn.
    await page.context().setOffline(true);
    await page.locator('input[type="file"]').setInputFiles("web/table/import/fixtures/class-book.xlsx");
    await fails(table);
    await page.context().setOffline(false);
    await page.route(/\/hucre-/, (route) => route.abort());
    await again(table);
    await fails(table);
    await page.unrouteAll();
    await again(table);
    await expect(page.getByRole("dialog", { name: en.import.title("class-book.xlsx") })).toBeVisible();
    await page.keyboard.press("Escape");

    await page.context().setOffline(true);
    await page.getByRole("button", { name: en.data.save, exact: true }).click();
    await page.getByRole("button", { name: en.saving.python, exact: true }).click();
    await fails(table);
    await page.getByRole("button", { name: en.share.name, exact: true }).click();
    await fails(page.locator(".bar"));
    await page.context().setOffline(false);
    await again(table);
    await expect(page.getByRole("dialog", { name: en.exporting.title })).toBeVisible();
    forgetFailedRequests(watched.faults);
  },
);
