/** Files of the page that do not come, and places where the page cannot start: it is always said, and another try helps. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { forgetFailedRequests } from "./failed-requests";
import { expect, type PictureName, type Playground, test, testOnOwnPage } from "./playground";
import { en, titleIn, zh } from "./words";

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
const DIST = new URL("../../dist/", import.meta.url);
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(new URL(".vite/manifest.json", DIST), "utf8"),
);
const chunks = Object.values(manifest);
const scripts = chunks.filter(({ file }) => file.endsWith(".js"));
const isWithinPart = ({ src = "" }: Chunk): boolean =>
  chunks.some(({ isDynamicEntry, dynamicImports }) => isDynamicEntry && dynamicImports?.includes(src));
/** They come by themselves: once the page can be used, for a visit without network; in a frame of another page; on a learning platform. */
const UNASKED = ["web/offline/Offline.svelte", "web/embed.svelte.ts", "web/scorm/report.ts"];
/** Parts that a person opens; what several of them share; and what the page starts with. */
const parts = scripts.filter(({ isDynamicEntry, src }) => isDynamicEntry && !UNASKED.includes(src ?? ""));
const shared = scripts.filter(({ isDynamicEntry, isEntry }) => !isDynamicEntry && !isEntry);
const entries = scripts.filter(({ isEntry }) => isEntry);
const styles = chunks.map(({ file }) => file).filter((file) => file.endsWith(".css"));

/** Where a part is shown, once it has been opened. */
type Open = (playground: Playground) => Promise<Locator>;

/** The table stands aside for an open lesson. */
async function showTable(page: Page): Promise<void> {
  const lessons = page.getByRole("button", { name: en.lessons, exact: true });
  if ((await lessons.getAttribute("aria-pressed")) === "true") await lessons.click();
}

/** How a person opens the parts that are no pictures. */
const OPENINGS: Readonly<Record<string, Open>> = {
  "web/learn/lessons/ColumnPanel.svelte": async ({ page }) => {
    await page.getByRole("button", { name: en.lessons, exact: true }).click();
    return page.locator(".card.lessons");
  },
  "web/learn/coach/Coach.svelte": async (playground) => {
    await showTable(playground.page);
    await playground.change(({ training }) => {
      training.optimizer = { kind: "sgd" };
      training.learning_rate = 1e6;
    });
    await playground.train(100);
    return playground.page.locator("#help");
  },
  "web/paper/index.ts": async ({ page }) => {
    await page.getByRole("button", { name: en.stage.save, exact: true }).first().click();
    return page.locator(".saving");
  },
  "web/share/ShareDialog.svelte": async ({ page }) => {
    await page.getByRole("button", { name: en.share.name, exact: true }).click();
    return page.locator(".bar");
  },
  "web/share/link.ts": async ({ page }) => {
    await page.getByRole("button", { name: en.share.name, exact: true }).click();
    return page.getByRole("dialog");
  },
  "web/table/import/FileWork.svelte": async ({ page }) => {
    await showTable(page);
    await page.getByRole("button", { name: en.data.make, exact: true }).click();
    return page.locator(".card.data");
  },
  "web/export/ExportDialog.svelte": async ({ page }) => {
    await showTable(page);
    await page.getByRole("button", { name: en.data.save, exact: true }).click();
    await page.getByRole("button", { name: en.saving.python, exact: true }).click();
    return page.locator(".card.data");
  },
  "web/table/hucre.ts": async ({ page }) => {
    await showTable(page);
    await page.locator('input[type="file"]').setInputFiles("web/table/import/fixtures/class-book.xlsx");
    return page.locator(".card.data");
  },
};

/** Opens a picture in the present case, or in the first one in which it has something to show. */
async function openPicture(playground: Playground, picture: PictureName): Promise<Locator> {
  const { page } = playground;
  const button = async (): Promise<Locator> => {
    const name = titleIn(await playground.experiment(), picture);
    return page.getByRole("group", { name: en.pictures.label }).getByRole("button", { name, exact: true });
  };
  for (const preset of ["weights", "award", "honours"] as const) {
    if ((await (await button()).getAttribute("title")) === null) break;
    await playground.choose(preset);
  }
  await playground.openPicture(picture);
  return page.getByRole("article", { name: titleIn(await playground.experiment(), picture) });
}

function openingOf({ src = "" }: Chunk): Open {
  const [, picture] = /^web\/pictures\/(\w+)\//.exec(src) ?? [];
  if (picture !== undefined) return (playground) => openPicture(playground, picture as PictureName);
  const open = OPENINGS[src];
  if (open === undefined) throw new Error(`say in OPENINGS how a person opens ${src}`);
  return open;
}

/** The requests for these files fail once each; returns the addresses that were asked for, in order. */
async function failOnce(page: Page, files: readonly string[]): Promise<string[]> {
  const waiting = new Set(files);
  const asked: string[] = [];
  await page.route("**/assets/**", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    asked.push(pathname + search);
    const file = files.find((file) => pathname.endsWith(file));
    if (file !== undefined && waiting.delete(file)) await route.abort();
    else await route.continue();
  });
  return asked;
}

/** The requests for these files fail until they are released; `asked` lists the addresses that were asked for, in order. */
async function block(
  page: Page,
  files: readonly string[],
): Promise<{ asked: string[]; release: (file: string) => void }> {
  const blocked = new Set(files);
  const asked: string[] = [];
  await page.route("**/assets/**", async (route) => {
    const { pathname, search } = new URL(route.request().url());
    asked.push(pathname + search);
    const file = files.find((file) => pathname.endsWith(file));
    if (file !== undefined && blocked.has(file)) await route.abort();
    else await route.continue();
  });
  return { asked, release: (file) => blocked.delete(file) };
}

test("no part imports another one, which would keep its address in Firefox after it did not come", () => {
  for (const { src, imports = [] } of parts)
    expect(
      imports.filter((name) => manifest[name]?.isDynamicEntry),
      src,
    ).toEqual([]);
});

const GROUPS: Readonly<Record<string, readonly Chunk[]>> = {
  "part of the page": parts.filter((part) => !isWithinPart(part)),
  "part that is opened within another one": parts.filter(isWithinPart),
};

for (const [what, everyone] of Object.entries(GROUPS)) {
  test(`every ${what} that does not come says so in its place, and comes when it is asked for again`, {
    tag: "@engine",
  }, async ({ playground, page, watched, browserName }) => {
    const isPicture = ({ src = "" }: Chunk): boolean => src.startsWith("web/pictures/");
    // Every picture is asked for in the same way: in Firefox one speaks for all.
    const others = browserName === "chromium" ? [] : everyone.filter(isPicture).slice(1);
    const group = everyone.filter((part) => !others.includes(part));
    expect(group.length).toBeGreaterThan(0);
    // Before the page opens: the miniatures are parts, too.
    const { asked, release } = await block(
      page,
      [...group, ...UNASKED.map((src) => manifest[src])].map((chunk) => String(chunk?.file)),
    );
    await playground.open();
    for (const part of group) {
      const place = await openingOf(part)(playground);
      await expect(place.getByRole("alert"), part.src).toContainText(en.part.failed);
      release(part.file);
      await place.getByRole("button", { name: en.part.again, exact: true }).click();
      await expect(place.getByRole("alert"), part.src).toBeHidden();
      await expect(place.getByText(en.part.loading), part.src).toBeHidden();
      expect(asked.filter((address) => address.includes(part.file)).length, part.src).toBeGreaterThan(1);
      const dialog = page.getByRole("dialog");
      if (await dialog.isVisible()) await page.keyboard.press("Escape");
    }
    forgetFailedRequests(watched.faults);
  });
}

test("what several parts share may fail too: it is asked for again, or the page is loaded anew with the same experiment", {
  tag: "@engine",
}, async ({ playground, page, watched }) => {
  expect(shared.length).toBeGreaterThan(0);
  for (const { file } of shared) {
    const opened = parts.filter((part) => !isWithinPart(part));
    const user = opened.find(({ imports }) => imports?.some((name) => manifest[name]?.file === file));
    if (user === undefined) throw new Error(`no part imports ${file}`);
    const open = openingOf(user);
    const { release } = await block(page, [file]);
    await playground.open();
    const place = await open(playground);
    await expect(place.getByRole("alert")).toContainText(en.part.failed);
    await playground.setRate("0.0375");
    const before = await playground.experiment();
    release(file);
    // Firefox keeps that the chunk did not come; there only the reload is offered.
    const again = place.getByRole("button", { name: en.part.again, exact: true });
    if (await again.isVisible()) await again.click();
    const reload = place.getByRole("button", { name: en.part.reload, exact: true });
    const shown = place.locator(
      ":scope > :not(header, .body, [role=alert], .note), :scope > .body > :not([role=alert], .note)",
    );
    await expect(reload.or(shown).first()).toBeVisible();
    if (await reload.isVisible()) {
      await reload.click();
      await expect(reload).toBeHidden();
      await expect(playground.play).toBeVisible();
      expect(await playground.experiment()).toEqual(before);
      await open(playground);
    }
    await expect(shown.first()).toBeVisible();
    await expect(place.getByRole("alert")).toBeHidden();
  }
  forgetFailedRequests(watched.faults);
});

test("a part that comes but does not start says so and not that the connection is bad, and a reload brings it", async ({
  playground,
  page,
  watched,
}) => {
  await playground.open();
  await page.route("**/MetricsPicture-*.js*", (route) =>
    route.fulfill({ body: 'throw new Error("of another version")', contentType: "text/javascript" }),
  );
  await playground.openPicture("metrics");
  const place = page.getByRole("article", { name: en.titles.metrics });
  await expect(place.getByRole("alert")).toContainText(en.part.broken("Error: of another version"));
  await expect(place.getByRole("button", { name: en.part.again, exact: true })).toBeHidden();
  await page.unrouteAll();
  await place.getByRole("button", { name: en.part.reload, exact: true }).click();
  await expect(playground.play).toBeVisible();
  await playground.openPicture("metrics");
  await expect(place.getByRole("alert")).toBeHidden();
  await expect(place.getByRole("table").first()).toBeVisible();
  forgetFailedRequests(watched.faults);
});

test("without its entry script the page says in both languages what may be the reason, and loads anew", {
  tag: "@engine",
}, async ({ playground, page, watched }) => {
  expect(entries).toHaveLength(1);
  await failOnce(
    page,
    entries.map(({ file }) => file),
  );
  await page.goto("?lang=en");
  await expectNotStarted(page);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(playground.play).toBeVisible();
  await expect(page.getByText("Sanhao has not started yet")).toBeHidden();
  forgetFailedRequests(watched.faults);
});

test("a stylesheet that did not come is asked for again; without it the page says so", {
  tag: "@engine",
}, async ({ playground, page, watched }) => {
  expect(styles).toHaveLength(1);
  const missing = page.getByText(en.unstyled);
  await failOnce(page, styles);
  await playground.open();
  await expect(missing).toBeHidden();
  await page.route("**/*.css*", (route) => route.abort(), { times: 2 });
  await playground.open();
  await expect(missing).toBeVisible();
  await missing.getByRole("button", { name: en.reload }).click();
  await expect(missing).toBeHidden();
  await expect(playground.play).toBeVisible();
  forgetFailedRequests(watched.faults);
});

test("the core and a lesson's file are asked for again", { tag: "@engine" }, async ({ playground, page, watched }) => {
  await page.route("**/*.wasm", (route) => route.abort(), { times: 1 });
  await page.route(/lessons\/0[12]-/, (route) => route.abort(), { times: 2 });
  await playground.open();
  await page.getByRole("button", { name: en.lessons, exact: true }).click();
  const lessons = page.getByRole("region", { name: en.lessons, exact: true });
  await expect(lessons.getByRole("alert")).toHaveCount(2);
  await expect(lessons.getByRole("alert").first()).toContainText(en.course.fault.file(""));
  await lessons.getByRole("button", { name: en.course.again, exact: true }).first().click();
  await expect(lessons.getByRole("alert")).toHaveCount(0);
  await expect(lessons.getByRole("listitem")).toHaveCount(14);
  forgetFailedRequests(watched.faults);
});

/** The page has not started, and says so in both languages. */
async function expectNotStarted(page: Page | ReturnType<Page["frameLocator"]>): Promise<void> {
  await expect(page.getByText("三好还没有启动")).toBeVisible();
  await expect(page.getByText("Sanhao has not started yet")).toBeVisible();
}

test("a page opened from a folder says why it does not start, and which file does", async ({
  page,
  watched,
  browserName,
}) => {
  test.skip(
    browserName !== "chromium",
    "Playwright's Firefox lets files fetch files, as no visitor's does: the page starts",
  );
  await page.goto(new URL("index.html", DIST).href);
  await expectNotStarted(page);
  await expect(page.getByText("sanhao.html")).toHaveCount(2);
  // Whatever a browser says of a file.
  watched.faults.splice(0);
});

test("a page without its last slash does not start; loaded anew it is given the slash", {
  tag: "@engine",
}, async ({ page, playground, watched, baseURL }) => {
  const slashless = String(baseURL).replace(/\/$/, "");
  const html = readFileSync(fileURLToPath(new URL("index.html", DIST)), "utf8");
  await page.route(
    (url) => url.href.startsWith(`${slashless}?`),
    (route) => route.fulfill({ body: html, contentType: "text/html" }),
  );
  await page.goto(`${slashless}?lang=en`);
  await expectNotStarted(page);
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(playground.play).toBeVisible();
  forgetFailedRequests(watched.faults);
});

test("in a frame without an origin the page starts where the server lets it, else it says why not", {
  tag: "@engine",
}, async ({ page, watched }) => {
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      body: '<iframe sandbox="allow-scripts" src="./?lang=en" width="1200" height="800"></iframe>',
      contentType: "text/html",
    }),
  );
  await page.goto("frame.html");
  const frame = page.frameLocator("iframe");
  await expectNotStarted(frame);
  await page.route("**/assets/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.goto("frame.html");
  await frame.getByRole("button", { name: en.transport.step, exact: true }).click();
  await expect(frame.getByTestId("updates")).toHaveText("1");
  // What the browser refused before the server allowed it.
  watched.faults.splice(0);
});

test("where no script may run, the page's own words stay", { tag: "@engine" }, async ({ page, watched }) => {
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": "script-src 'none'" },
    });
  });
  await page.goto("");
  await expectNotStarted(page);
  watched.faults.splice(0);
});

testOnOwnPage(
  "a browser without WebAssembly, or without its SIMD, is told so in both languages",
  {
    tag: "@engine",
  },
  async ({ page, watched }) => {
    await page.addInitScript(() => {
      if (location.search === "?none") Reflect.deleteProperty(window, "WebAssembly");
      const refused = () => Promise.reject(new WebAssembly.CompileError("no SIMD"));
      if (location.search === "?old") {
        Object.assign(WebAssembly, { validate: () => false, compileStreaming: refused });
        Object.assign(WebAssembly, { instantiate: refused, instantiateStreaming: refused });
      }
    });
    for (const search of ["?none", "?old"]) {
      await page.goto(search);
      await expect(page.getByRole("alert")).toContainText(zh.tooOld);
      await expect(page.getByRole("alert")).toContainText(en.tooOld);
    }
    forgetFailedRequests(watched.faults);
  },
);
