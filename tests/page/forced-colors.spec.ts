/** Forced colours, such as Windows' high contrast: everything that tells something is to be seen. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./playground";
import { en } from "./words";

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));
test.afterEach(({ page }) => page.emulateMedia({ forcedColors: null }));

/** Pixels that stand out in every drawing that is not blank. */
const ENOUGH = 100;

/** How many pixels stand out from the system's ground, of each canvas with what it belongs to; counted up to `ENOUGH`. */
function canvases(page: Page): Promise<{ of: string; pixels: number }[]> {
  return page.evaluate((enough) => {
    const probe = document.createElement("canvas").getContext("2d");
    if (probe === null) throw new Error("no canvas");
    probe.fillStyle = "Canvas";
    probe.fillRect(0, 0, 1, 1);
    const ground = probe.getImageData(0, 0, 1, 1).data;
    return [...document.querySelectorAll("canvas")]
      .filter(({ clientWidth }) => clientWidth > 0)
      .map((canvas) => {
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let out = 0;
        for (let at = 0; at < pixels.length && out < enough; at += 4) {
          if ((pixels[at + 3] ?? 0) <= 128) continue;
          if ([0, 1, 2].some((one) => Math.abs((pixels[at + one] ?? 0) - (ground[one] ?? 0)) > 60)) out += 1;
        }
        const part = canvas.closest("article, section");
        return { of: part?.querySelector("h2, h3")?.textContent ?? "", pixels: out };
      });
  }, ENOUGH);
}

/** The colours of an element as it is painted and how often, most frequent first. */
async function colors(page: Page, element: Locator): Promise<[color: number, pixels: number][]> {
  const png = (await element.screenshot()).toString("base64");
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const words = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    const counts = new Map<number, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, png);
}

for (const preset of ["weights", "award", "honours", "layers"] as const) {
  test(`every picture of case "${preset}" shows in forced colours, and no broken number where a score is missing`, async ({
    playground,
    page,
    browserName,
  }) => {
    test.skip(browserName !== "chromium", "only Chromium emulates forced colours here");
    await playground.open(preset);
    // One visit for both: to visit every picture of every case takes half a minute.
    await playground.change(({ table: { students } }) => {
      const [first] = students;
      if (first) first.scores = first.scores.map((score, subject) => (subject === 0 ? null : score));
    });
    await playground.train(200);
    let seen = 0;
    await playground.visitPictures(async () => {
      await playground.expectNoBrokenNumber();
      // Runners at their start say the same of every student, on a ground without colour.
      const start = page.getByRole("button", { name: en.race.start });
      if (await start.isVisible()) await start.click();
      await expect
        .poll(async () => (await canvases(page)).filter(({ pixels }) => pixels < ENOUGH), { message: "blank pictures" })
        .toEqual([]);
      seen += (await canvases(page)).length;
    });
    expect(seen).toBeGreaterThan(30);
  });
}

test("switches and bars show in forced colours", async ({ playground, page, browserName }) => {
  test.skip(browserName !== "chromium", "only Chromium emulates forced colours here");
  await playground.open("weights", "weights");
  await playground.train(200);
  const bias = page.getByRole("switch", { name: en.fields["model.bias"] });
  const off = await colors(page, bias);
  // The track, the knob and what smooths their edges.
  expect(off.length).toBeGreaterThan(2);
  await bias.click();
  await expect(bias).toBeChecked();
  expect(await colors(page, bias)).not.toEqual(off);
  await playground.train(200);
  const [ground, bar] = await colors(page, page.getByRole("slider", { name: /^Weight of/ }).first());
  expect((bar?.[1] ?? 0) / (ground?.[1] ?? 0)).toBeGreaterThan(0.02);
});
