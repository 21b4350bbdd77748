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

test("pictures are opened and closed, and each case keeps its own", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("award");
  const picture = (name: string) => page.getByRole("article", { name, exact: true });
  await playground.openPicture("metrics");
  await expect(picture(en.titles.metrics)).toBeVisible();
  await page.getByRole("button", { name: en.stage.close(en.titles.weights) }).click();
  await expect(picture(en.titles.weights)).toHaveCount(0);
  await playground.choose("honours");
  await expect(picture(en.titles.metrics)).toHaveCount(0);
  await expect(picture(en.titles.weights)).toBeVisible();
  await playground.choose("award");
  await expect(picture(en.titles.metrics)).toBeVisible();
});

for (const width of [300, 390, 768, 1024, 1440, 1920]) {
  const tag = width === 390 || width === 1440 ? ["@engine"] : [];
  test(`nothing scrolls sideways in a window of ${width} pixels with every picture open`, { tag }, async ({
    playground,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await playground.open("layers");
    await playground.openEveryPicture();
    await page.getByRole("button", { name: en.lessons }).click();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0);
  });
}
