/** What goes to paper and slides: saved pictures are what is shown, sharp and with their settings; a sheet is printed, not the page. */
import type { Page } from "@playwright/test";
import { expect, test } from "./playground";
import { en } from "./words";

const words = en.paper;

/** Opens the dialog of the picture on the stage; returns the SVG that it shows. */
async function openSaving(page: Page): Promise<string> {
  await page.getByRole("button", { name: en.stage.save, exact: true }).click();
  const preview = page.getByRole("dialog").getByRole("img", { name: words.preview });
  const address = (await preview.getAttribute("src")) ?? "";
  return decodeURIComponent(address.slice(address.indexOf(",") + 1));
}

/** Width, height and number of colours of a PNG, and the colour of its corner. */
async function lookAt(
  page: Page,
  file: Buffer,
): Promise<{ width: number; height: number; colors: number; corner: number[] }> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    return { width, height, colors: new Set(new Uint32Array(pixels.buffer)).size, corner: [...pixels.subarray(0, 3)] };
  }, file.toString("base64"));
}

test("every picture is drawn for paper, with its title, its settings and what it shows in words", async ({
  playground,
  page,
}) => {
  await playground.open("honours");
  await playground.train(50);
  await playground.visitPictures(async (picture) => {
    const svg = await openSaving(page);
    const preview = page.getByRole("dialog").getByRole("img", { name: words.preview });
    // A browser shows a drawing only if all of it can be read.
    await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    // What programs other than browsers leave empty.
    expect(svg, picture).not.toMatch(/<(foreignObject|script|style)\b| class="/);
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text);
    const [, title, description = ""] = /<title>([^<]*)<\/title><desc>([^<]*)</.exec(svg) ?? [];
    expect(title, picture).toBe(await page.getByRole("article").getByRole("heading").first().textContent());
    expect(texts.join(" "), picture).toMatch(/Adam.*Learning rate 0\.1.*Epoch 50/s);
    expect(texts.join(" "), picture).not.toMatch(/NaN|undefined/);
    expect(description.length, picture).toBeGreaterThan(20);
    await page.keyboard.press("Escape");
  });
});

test("a picture is saved as SVG with the numbers that are shown, and as PNG with twice the pixels", {
  tag: "@engine",
}, async ({ playground, page }) => {
  await playground.open();
  await playground.train(100);
  const svg = await openSaving(page);
  const shown = await page.getByRole("article").locator("svg text").allTextContents();
  expect(shown.length).toBeGreaterThan(6);
  for (const text of shown.filter((text) => text.trim() !== "")) expect(svg).toContain(text.trim());
  const saved = await playground.savedFiles();
  await page.getByRole("button", { name: words.svg, exact: true }).click();
  expect((await saved(0)).toString()).toBe(svg);
  await page.getByRole("button", { name: words.png, exact: true }).click();
  const { width, height, colors } = await lookAt(page, await saved(1));
  const [, across, down] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  expect([width, height]).toEqual([2 * Number(across), 2 * Number(down)]);
  expect(colors).toBeGreaterThan(50);
});

test("in the dark a picture is drawn on a light ground where that is asked for, and the page stays dark", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await playground.chooseTheme("dark");
  const saved = await playground.savedFiles();
  await openSaving(page);
  const png = page.getByRole("button", { name: words.png, exact: true });
  await png.click();
  const dark = await lookAt(page, await saved(0));
  expect(Math.max(...dark.corner)).toBeLessThan(80);
  const preview = page.getByRole("dialog").getByRole("img", { name: words.preview });
  const before = await preview.getAttribute("src");
  await page.getByRole("checkbox", { name: words.light }).check();
  await expect(preview).not.toHaveAttribute("src", before ?? "");
  await png.click();
  const light = await lookAt(page, await saved(1));
  expect(Math.min(...light.corner)).toBeGreaterThan(200);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a picture is copied, and where the browser does not let it be copied the dialog says so", async ({
  playground,
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "only Chromium grants the clipboard to a test");
  await playground.open();
  await openSaving(page);
  const copy = page.getByRole("dialog").getByRole("button", { name: words.copy, exact: true });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy.click();
  await expect(page.getByText(words.copied, { exact: true })).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(types).toContain("image/png");
  await page.context().clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await copy.click();
  await expect(page.getByText(words.notCopied, { exact: true })).toBeVisible();
});

/** Asks for the sheet; what would be printed is there when this returns, until `afterprint`. */
async function print(page: Page): Promise<void> {
  await page.evaluate(() => {
    const state = window as { printed?: number };
    state.printed = 0;
    window.print = () => {
      state.printed = (state.printed ?? 0) + 1;
    };
  });
  await page.keyboard.press("Control+p");
  await expect.poll(() => page.evaluate(() => (window as { printed?: number }).printed)).toBe(1);
  await page.emulateMedia({ media: "print" });
}

test.describe("the sheet", () => {
  test.afterEach(({ page }) => page.emulateMedia({ media: null }));

  test("has task, pictures, the head of the table, settings and weights, on two pages", async ({
    playground,
    page,
    browserName,
  }) => {
    test.skip(browserName !== "chromium", "only Chromium prints to a file");
    await playground.open("honours");
    await playground.train(50);
    await print(page);
    const sheet = page.locator(".sheet");
    await expect(sheet.getByText(en.cases.tasks.honours)).toBeVisible();
    await expect(page.getByRole("button", { name: en.transport.play })).toBeHidden();
    await expect(sheet.getByRole("row")).toHaveCount(1 + 30 + 1 + 12);
    await expect(page.getByText(words.more("60"))).toBeVisible();
    await expect(sheet.getByText(/Adam · Learning rate 0\.1 · Epoch 50/)).toBeVisible();
    const widths = await sheet
      .locator("img")
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(300);
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(2);
    // The browser has told of the end of printing: the page is as before.
    await expect(page.getByText(words.more("60"))).toHaveCount(0);
    await expect(playground.play).toBeVisible();
  });

  test("of a lesson asks its questions and does not answer them", async ({ playground, page }) => {
    await playground.open();
    await page.getByRole("button", { name: en.lessons, exact: true }).click();
    await page
      .getByRole("button", { name: /Find the school's weights/ })
      .first()
      .click();
    await page.getByRole("button", { name: en.course.print }).waitFor();
    await print(page);
    // Not every driver shows a page as paper.
    await expect(page.getByText("☐ 90.5 points")).toBeAttached();
    await expect(page.getByText(/how does the loss change/)).toBeAttached();
    await expect(page.getByText(/This is gradient descent/)).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(page.getByText("☐ 90.5 points")).toHaveCount(0);
  });
});
