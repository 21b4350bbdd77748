/** Larger text: nothing scrolls sideways, by whichever way a person makes it larger. */
import type { Page } from "@playwright/test";
import { expect, type Playground, testOnOwnPage } from "./playground";
import { en } from "./words";

/** Parts of the page that are wider than the window. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) =>
        element.closest("[role=grid]") === null && element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 80))];
  });
}

/** The browser's own setting, which media queries know too; and a style sheet of the person's. */
const WAYS = {
  setting: async (page: Page, percent: number) => {
    const devtools = await page.context().newCDPSession(page);
    const [standard, fixed] = [0.16 * percent, Math.round(0.13 * percent)];
    await devtools.send("Page.setFontSizes", { fontSizes: { standard, fixed } });
  },
  "style sheet": (page: Page, percent: number) =>
    page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), `${percent}%`),
};

/** Pixels of the axes' text where text has its usual size. */
const SMALLEST = 11;

/** Has the page keep the sizes of text that is drawn on its canvases. */
async function noteDrawnText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn: number[] = [];
    Object.assign(window, { drawn });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...given) {
      drawn.push(Number(/([\d.]+)px/.exec(this.font)?.[1]));
      fillText.apply(this, given);
    };
  });
}

/** The sizes of text that has been drawn since the last call. */
function drawnText(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { drawn: number[] }).drawn.splice(0));
}

async function expectNothingSideways(page: Page, playground: Playground): Promise<void> {
  for (const preset of ["award", "honours", "layers", "weights"] as const) {
    await playground.choose(preset);
    expect(await sideways(page), preset).toEqual([]);
  }
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const [name, enlarge] of Object.entries(WAYS)) {
    testOnOwnPage(
      `nothing scrolls sideways at ${width} px with text made larger by a ${name}`,
      async ({ playground, page, browserName }) => {
        testOnOwnPage.skip(browserName !== "chromium", "only Chromium's setting can be changed here");
        await page.setViewportSize({ width, height });
        await noteDrawnText(page);
        await playground.open();
        for (const percent of [125, 150, 200]) {
          await enlarge(page, percent);
          const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
          expect(size).toBe(`${0.16 * percent}px`);
          await expectNothingSideways(page, playground);
        }
        await drawnText(page);
        await page.getByRole("button", { name: en.lessons, exact: true }).click();
        await playground.visitPictures(async (picture) => {
          expect(await sideways(page), `lessons and ${picture}`).toEqual([]);
        });
        // Canvases see a style sheet at once, the browser's setting when the page is loaded.
        if (name === "style sheet") expect(Math.min(...(await drawnText(page)))).toBe(2 * SMALLEST);
      },
    );
  }
}
