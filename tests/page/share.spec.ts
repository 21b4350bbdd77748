/** Sharing: a link holds the experiment and opens to the same bits; a broken one is refused in words. */

import type { Locator, Page } from "@playwright/test";
import jsQR from "jsqr";
import { forgetFailedRequests } from "./failed-requests";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

const TOO_LONG = { kind: "at_most", high: 10_000, what: "letters" } as const;

async function share(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: en.share.name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: en.sharing.title });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The link that the page makes of its experiment. */
async function linkOf(page: Page): Promise<string> {
  const dialog = await share(page);
  const link = await dialog.getByRole("textbox", { name: en.sharing.field }).inputValue();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return link;
}

/** Opens an address of the page as somebody who has it from elsewhere does. */
async function arrive(playground: Playground, address: string): Promise<void> {
  await playground.page.goto("about:blank");
  await playground.page.goto(address);
  await expect(playground.play).toBeVisible();
}

async function expectRefused(playground: Playground, words: string): Promise<void> {
  await expect(playground.page.getByRole("alert")).toContainText(words);
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["A", "B"]);
  await playground.step.click();
  expect((await playground.frame()).updates).toBe(1);
  await playground.expectNoBrokenNumber();
}

test("a shared link opens the same experiment, which trains to the same bits", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("layers");
  await playground.setRate("0.0123");
  await playground.change(({ table, training }) => {
    table.students[0] = { name: "小明 <b>&", scores: [0.1 + 0.2, 99.999], target: null, included: false };
    training.seed = 4_294_967_295;
  });
  const before = await playground.experiment();
  await playground.train(500);
  const trained = await playground.frame();
  const link = await linkOf(page);

  await arrive(playground, link);
  expect(await playground.experiment()).toEqual(before);
  await playground.train(500);
  const again = await playground.frame();
  expect(again.layers).toEqual(trained.layers);
  expect(again.loss).toBe(trained.loss);
});

test("a link brings its pictures, presented if that was asked for, and a reload keeps them", async ({
  playground,
  page,
}) => {
  await playground.open("award", "surface");
  await playground.select(en.surface.across, "2");
  await page.getByRole("button", { name: en.surface.zoomIn }).click();
  await page.getByRole("button", { name: en.stage.compare }).click();
  const logarithmic = page.getByRole("checkbox", { name: en.loss.logEpochs, exact: true });
  await logarithmic.check();
  const stage = page.getByRole("region", { name: en.output.title });
  const titles = (): Promise<string[]> => stage.getByRole("heading").allTextContents();
  const before = await titles();
  expect(before).toHaveLength(2);
  const dialog = await share(page);
  const field = dialog.getByRole("textbox", { name: en.sharing.field });
  await expect(field).not.toHaveValue("");
  const unpresented = await field.inputValue();
  await dialog.getByRole("checkbox", { name: en.sharing.present }).check();
  await expect(field).not.toHaveValue(unpresented);
  const link = await field.inputValue();
  await page.keyboard.press("Escape");

  await arrive(playground, link);
  // The layout without the full screen, for which nobody has pressed anything.
  await expect(page.getByRole("button", { name: en.stage.leave }).first()).toBeVisible();
  await expect(playground.grid).toBeHidden();
  expect(await titles()).toEqual(before);
  await expect(logarithmic).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(playground.grid).toBeVisible();
  await page.reload();
  await expect(page.getByRole("article").getByRole("combobox", { name: en.surface.across }).first()).toHaveValue("2");
  expect(await titles()).toEqual(before);
});

test("a link pasted while the page is open is taken, and taken back", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.change(({ training }) => {
    training.learning_rate = 0.5;
  });
  const link = await linkOf(page);
  await playground.open("weights");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(playground.rate).toHaveValue("0.5");
  await page.keyboard.press("Control+z");
  await expect(playground.rate).toHaveValue("0.001");
});

test("the address says nothing of a link once it is open: a reload keeps later edits, and the link opens again", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await playground.setRate("0.5");
  const link = await linkOf(page);
  await arrive(playground, link);
  expect(new URL(page.url()).hash).toBe("");
  await playground.typeInto(await playground.cell(en.names.student(1), en.names.moral), "61");
  const edited = await playground.experiment();
  await page.reload();
  await expect(playground.play).toBeVisible();
  expect(await playground.experiment()).toEqual(edited);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect.poll(async () => (await playground.experiment()).table.students[0]?.scores[0]).not.toBe(61);
  expect((await playground.experiment()).training.learning_rate).toBe(0.5);
  expect(new URL(page.url()).hash).toBe("");
  // Whoever opens the page anew begins with the example.
  await playground.open();
  await expect(playground.rate).toHaveValue("0.001");
});

test("a link pasted into the page is opened, and the page is offered as a file that needs no network", {
  tag: "@engine",
}, async ({ playground, page, watched }) => {
  await playground.open("award");
  const before = await playground.experiment();
  const link = await linkOf(page);
  const dialog = await share(page);
  const file = dialog.getByRole("link", { name: en.sharing.saveOffline });
  await expect(file).toHaveAttribute("download");
  const saved = await playground.savedFiles();
  await page.route("**/sanhao.html", (route) => route.fulfill({ status: 404 }), { times: 1 });
  await file.click();
  await expect(dialog.getByRole("alert")).toHaveText(en.sharing.notDownloaded);
  forgetFailedRequests(watched.faults);
  await file.click();
  expect((await saved(0)).toString()).toContain("<title>三好 Sanhao</title>");
  await expect(dialog.getByRole("alert")).toBeHidden();
  await playground.open("weights");
  await playground.paste(link);
  await expect.poll(() => playground.experiment()).toEqual(before);
});

test("where the page may not copy, the link is selected to be copied by hand", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  });
  const dialog = await share(page);
  await expect(dialog.getByRole("status")).toContainText(en.sharing.byHand);
  const field = dialog.getByRole("textbox", { name: en.sharing.field });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((element) =>
    element instanceof HTMLInputElement ? (element.selectionEnd ?? 0) - (element.selectionStart ?? 0) : 0,
  );
  expect(selected).toBe((await field.inputValue()).length);
});

test("Escape closes the dialog and the focus returns to its button", async ({ playground, page }) => {
  await playground.open("weights");
  const dialog = await share(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: en.share.name, exact: true })).toBeFocused();
});

test("too many students for a link are saved as a file, which opens again", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.change(({ table }) => {
    table.students = Array.from({ length: 1500 }, (_, i) => ({
      name: `s${i}`,
      scores: [Math.sin(i), Math.cos(i), Math.sin(i * i)],
      target: Math.sin(3 * i),
      included: i % 7 > 0,
    }));
  });
  const before = await playground.experiment();
  const dialog = await share(page);
  await expect(dialog.getByRole("status")).toContainText(like(en.sharing.tooLong(ANY)));
  const saved = await playground.savedFiles();
  await dialog.getByRole("button", { name: en.sharing.save }).click();
  const file = await saved(0);
  await playground.open("weights");
  await page.locator('input[type="file"]').setInputFiles({
    name: "experiment.json",
    mimeType: "application/json",
    buffer: file,
  });
  await playground.until(({ predictions }) => predictions.length === 1500, "the file's students are there");
  expect(await playground.experiment()).toEqual(before);
});

test("a short link is a QR code too, which reads as the link, and a frame for another page", async ({
  playground,
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "in Firefox the page's policy refuses the style that a screenshot adds");
  await playground.open("weights");
  const dialog = await share(page);
  const link = await dialog.getByRole("textbox", { name: en.sharing.field }).inputValue();
  await dialog.getByText(en.sharing.qr, { exact: true }).click();
  const code = await dialog.getByRole("img", { name: en.sharing.qrLong }).screenshot();
  const { width, pixels } = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    return {
      width: image.width,
      pixels: Array.from(context?.getImageData(0, 0, image.width, image.height).data ?? []),
    };
  }, code.toString("base64"));
  expect(jsQR(Uint8ClampedArray.from(pixels), width, pixels.length / 4 / width)?.data).toBe(link);
  await dialog.getByText(en.sharing.embed, { exact: true }).click();
  const frame = await dialog.getByRole("textbox", { name: en.sharing.embed }).inputValue();
  expect(frame).toContain(`<iframe src="${link}" `);
  await page.keyboard.press("Escape");
  // A class of 80 whose names have nothing in common.
  await playground.choose("award");
  await playground.change(({ table }) => {
    for (const [row, student] of table.students.entries())
      student.name = `${(row * 7_919_477 + 1e9).toString(36)} ${(row * 104_729_911 + 1e9).toString(36)}`;
  });
  await share(page);
  await dialog.getByText(en.sharing.qr, { exact: true }).click();
  await expect(dialog.getByText(like(en.sharing.qrTooLong(ANY, "1,000")))).toBeVisible();
});

test("a broken link says so, and the page starts with the example", async ({ playground, page }) => {
  await playground.open("weights");
  const link = await linkOf(page);
  await arrive(playground, link.slice(0, -20));
  await expectRefused(playground, en.sharing.faults.damaged.link);
  await arrive(playground, `${link.split("#")[0]}#e=%%%`);
  await expectRefused(playground, en.sharing.faults.damaged.link);
});

test("a link from a newer page, and one with a wrong value, say so", async ({ playground, page }) => {
  await playground.open("weights");
  const experiment = await playground.experiment();
  const address = page.url();
  const fragment = (text: string) =>
    page.evaluate(async (json) => {
      const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    }, text);
  const wrong = structuredClone(experiment);
  wrong.training.learning_rate = -1;
  const long = structuredClone(experiment);
  long.table.subjects[0] = "x".repeat(10_000_000);
  const links: [text: unknown, words: string][] = [
    [{ sanhao: 4, something: "else" }, en.sharing.faults.newer.link],
    [{ sanhao: 3, something: "else" }, en.sharing.faults.unlike.link],
    [{ sanhao: 1, experiment: { table: 7 } }, en.sharing.faults.unlike.link],
    [{ sanhao: 1, experiment: wrong }, en.refusal.rules.positive("−1", { kind: "positive" })],
    [{ sanhao: 1, experiment: long }, en.refusal.rules.at_most("10000000", TOO_LONG)],
  ];
  for (const [text, words] of links) {
    const hash = await fragment(JSON.stringify(text));
    await arrive(playground, `${address}#e=${hash}`);
    await expectRefused(playground, words);
  }
});
