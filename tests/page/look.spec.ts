/** Themes, open pictures, and windows of every size. */
import { expect, test, testOnOwnPage } from "./playground";
import { en } from "./words";

test.describe("the theme", () => {
  testOnOwnPage(
    "is the system's until another is chosen, which a reload keeps",
    { tag: "@engine" },
    async ({ playground, page }) => {
      // Not every driver can switch a browser's scheme: the page is asked what it asks the system.
      await page.addInitScript(() => {
        const ask = window.matchMedia.bind(window);
        const scheme = new EventTarget();
        let dark = true;
        Object.defineProperty(scheme, "matches", { get: () => dark });
        window.matchMedia = (query) =>
          query.includes("prefers-color-scheme") ? (scheme as MediaQueryList) : ask(query);
        window.addEventListener("system goes light", () => {
          dark = false;
          scheme.dispatchEvent(new Event("change"));
        });
      });
      await playground.open("weights");
      const html = page.locator("html");
      await expect(html).toHaveAttribute("data-theme", "dark");
      await page.evaluate(() => window.dispatchEvent(new Event("system goes light")));
      await expect(html).toHaveAttribute("data-theme", "light");
      await page.getByRole("button", { name: en.theme.label(en.theme.names.system) }).click();
      await page.getByRole("button", { name: en.theme.label(en.theme.names.light) }).click();
      await expect(html).toHaveAttribute("data-theme", "dark");
      await page.reload();
      await expect(page.getByRole("button", { name: en.theme.label(en.theme.names.dark) })).toBeVisible();
      await expect(html).toHaveAttribute("data-theme", "dark");
    },
  );

  testOnOwnPage("changes where nothing can be kept", async ({ playground, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    });
    await playground.open("weights");
    await page.getByRole("button", { name: en.theme.label(en.theme.names.system) }).click();
    await page.getByRole("button", { name: en.theme.label(en.theme.names.light) }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});

test("one picture is on the stage, a press brings another one, and each case keeps its own", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  const stage = page.getByRole("region", { name: en.output.title });
  const picture = (name: string) => stage.getByRole("article", { name, exact: true });
  await playground.openPicture("metrics");
  await expect(stage.getByRole("article")).toHaveCount(1);
  await playground.choose("honours");
  await expect(picture(en.titles.boundary)).toBeVisible();
  await playground.choose("award");
  await expect(picture(en.titles.metrics)).toBeVisible();
  // A digit brings the picture of that place in the strip.
  const strip = page.getByRole("group", { name: en.pictures.label });
  const first = strip.getByRole("button").first();
  const title = (await first.textContent())?.trim() ?? "";
  await first.focus();
  await page.keyboard.press("1");
  await expect(picture(title)).toBeVisible();
});

test("two pictures are compared, and either is closed", async ({ playground, page }) => {
  await playground.open("award");
  const articles = page.getByRole("region", { name: en.output.title }).getByRole("article");
  await page.getByRole("button", { name: en.stage.compare }).click();
  await expect(articles).toHaveCount(2);
  await playground.openPicture("weights");
  await expect(articles).toHaveCount(2);
  await page.getByRole("button", { name: en.stage.close(en.titles.boundary) }).click();
  await expect(articles).toHaveCount(1);
  await expect(page.getByRole("article", { name: en.titles.weights })).toBeVisible();
});

testOnOwnPage(
  "pictures that change places move there, where motion is welcome",
  async ({ playground, page, browserName }) => {
    testOnOwnPage.skip(browserName !== "chromium", "stock Firefox cannot be told that motion is unwelcome");
    /** Changes places and tells which pictures move, and for how long. */
    const moves = (): Promise<unknown[]> =>
      page.evaluate(async () => {
        document.querySelector<HTMLElement>(".miniature button")?.click();
        const { activeViewTransition } = document as { activeViewTransition?: { ready: Promise<void> } | null };
        await activeViewTransition?.ready;
        return document.getAnimations().flatMap(({ effect }) => {
          const name = effect instanceof KeyframeEffect ? effect.pseudoElement : null;
          return name?.startsWith("::view-transition-group") ? [[name, effect?.getTiming().duration]] : [];
        });
      });
    await playground.open("award");
    await page.locator(".miniature canvas").first().waitFor();
    const moved = await moves();
    expect(moved).toContainEqual(["::view-transition-group(picture-boundary)", 160]);
    expect(moved.length).toBeGreaterThan(1);
    await playground.stands();
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await moves()).toEqual([]);
  },
);

testOnOwnPage("the picture is presented alone in large text, until Escape", async ({ playground, page }) => {
  await playground.open("award");
  const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).fontSize);
  const before = await size();
  await page.keyboard.press("f");
  await expect(playground.grid).toBeHidden();
  await expect(page.getByRole("group", { name: en.pictures.label })).toBeHidden();
  await expect(page.getByRole("article", { name: en.titles.boundary })).toBeVisible();
  await expect(playground.play).toBeVisible();
  await expect(page.getByTestId("loss")).toBeVisible();
  expect(Number.parseFloat(await size())).toBeGreaterThan(25);
  await page.keyboard.press("Escape");
  await expect(playground.grid).toBeVisible();
  expect(await size()).toBe(before);
  await page.getByRole("button", { name: en.stage.present }).click();
  await page.getByRole("button", { name: en.stage.leave }).click();
  await expect(playground.grid).toBeVisible();
});

test("a map is wholly in sight and as large as it can be, in windows of every size", async ({
  playground,
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "a layout is the same in both");
  await playground.open("award");
  const plot = page.getByRole("article").locator(".plot").first();
  for (const [width, height, least] of [
    [1280, 720, 440],
    [1366, 625, 400],
    [1366, 768, 480],
    [1440, 900, 600],
    [1920, 1080, 800],
    [2560, 1440, 1100],
    [768, 1024, 700],
    [1024, 768, 440],
    [390, 844, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    const message = `${width} × ${height}`;
    await expect.poll(async () => (await plot.boundingBox())?.height ?? 0, { message }).toBeGreaterThanOrEqual(least);
    const box = await plot.boundingBox();
    if (box === null) throw new Error("there is no map");
    expect(box.width, message).toBeGreaterThanOrEqual(least);
    expect(Math.abs(box.width - box.height), message).toBeLessThan(1.5);
    expect(box.y, message).toBeGreaterThanOrEqual(0);
    // In a narrow window the sheet lies over its end.
    const sheet = width < 1180 ? await page.getByRole("button", { name: en.rail.sheet }).boundingBox() : null;
    expect(box.y + box.height, message).toBeLessThanOrEqual(sheet?.y ?? height);
    const scrolls = await plot.evaluate((element) => {
      const body = element.closest(".body");
      return body !== null && body.scrollHeight > body.clientHeight + 1;
    });
    expect(scrolls, message).toBe(false);
  }
});

test("nothing scrolls sideways with any picture, in windows of every size", { tag: "@engine" }, async ({
  playground,
  page,
  browserName,
}) => {
  const widths = browserName === "chromium" ? [300, 390, 768, 1024, 1440, 1920] : [390, 1440];
  await playground.open("layers");
  await page.getByRole("button", { name: en.lessons, exact: true }).click();
  await playground.visitPictures(async (picture) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const over = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(over, { message: `${picture} at ${width}` }).toBe(0);
    }
  });
});
