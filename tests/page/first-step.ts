/**
 * Prints the time from opening the page to the first step of case 1, made by a press on Step as soon as that button is
 * there: the median of 15 fresh pages. With SANHAO_BASE, the folder of another build, the two take turns and their ratio
 * must stay within its limit.
 */
import { type Browser, expect, test } from "@playwright/test";
import { VISITOR } from "./playground";
import { serveFolder } from "./serve";

const PAGES = 15;
const MAX_RATIO = 1.15;

test("the first step of case 1", async ({ browser }) => {
  const { SANHAO_PAGE: page = "", SANHAO_BASE: folder } = process.env;
  const base = folder === undefined ? null : await serveFolder(folder);
  const times: { page: number[]; base: number[] } = { page: [], base: [] };
  // The first page of each warms the browser up.
  for (let turn = -1; turn < PAGES; turn += 1) {
    const [own, other] = [await firstStep(browser, page), base && (await firstStep(browser, base.address))];
    if (turn < 0) continue;
    times.page.push(own);
    if (other !== null) times.base.push(other);
  }
  await base?.stop();

  const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  console.log(`first step after ${median(times.page).toFixed(0)} ms, median of ${PAGES} fresh pages`);
  if (base === null) return;
  const ratio = median(times.page) / median(times.base);
  console.log(`the other build: ${median(times.base).toFixed(0)} ms; ratio ${ratio.toFixed(2)}, at most ${MAX_RATIO}`);
  expect(ratio).toBeLessThanOrEqual(MAX_RATIO);
});

/** Milliseconds from the navigation to the first step, in a page with nothing cached. */
async function firstStep(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext(VISITOR);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const step = document.querySelector<HTMLButtonElement>('button[aria-keyshortcuts="S"]');
      if (step === null) return;
      observer.disconnect();
      step.click();
      if (window.sanhao?.frame().updates === 1) performance.mark("first step");
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${address}?lang=zh`);
  const time = await page.waitForFunction(() => performance.getEntriesByName("first step")[0]?.startTime);
  const milliseconds = await time.jsonValue();
  await context.close();
  if (milliseconds === undefined) throw new Error("there was no first step");
  return milliseconds;
}
