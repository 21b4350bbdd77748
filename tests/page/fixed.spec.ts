/** What a teacher fixes in a link: locked settings are disabled and say so, what is left out is away, also in a frame. */
import { readFileSync } from "node:fs";
import type { FrameLocator, Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { en, titleIn, zh } from "./words";

/** Opens the Share dialog, ticks what is named, and returns the link. */
async function linkWith(page: Page, ...boxes: string[]): Promise<string> {
  await page.getByRole("button", { name: en.share.name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: en.sharing.title });
  await dialog.getByText(en.fixed.title).click();
  const field = dialog.getByRole("textbox", { name: en.sharing.field });
  await expect(field).not.toHaveValue("");
  for (const name of boxes) {
    const before = await field.inputValue();
    await dialog.getByRole("checkbox", { name, exact: true }).first().click();
    await expect(field).not.toHaveValue(before);
  }
  const link = await field.inputValue();
  await page.keyboard.press("Escape");
  return link;
}

async function arrive(playground: Playground, address: string): Promise<void> {
  await playground.page.goto("about:blank");
  await playground.page.goto(address);
  await expect(playground.play).toBeVisible();
}

test("locked settings are disabled, say so and are readable; what reaches them otherwise is refused in words", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await playground.setRate("0.0375");
  const { scaling } = en.fields;
  const link = await linkWith(page, en.data.title, scaling, en.fields["training.learning_rate"], en.cases.label);
  await arrive(playground, link);
  const field = page.getByRole("combobox", { name: scaling, exact: true });
  await expect(field).toBeDisabled();
  await expect(page.getByRole("group", { name: `${scaling}, ${en.locked}` })).toBeVisible();
  await expect(playground.rate).toBeDisabled();
  await expect(playground.rateSlider).toBeDisabled();
  await expect(page.getByRole("combobox", { name: en.fields["training.optimizer"], exact: true })).toBeEnabled();
  await expect(page.getByRole("button", { name: en.data.make, exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: en.data.save, exact: true })).toBeEnabled();
  // The names of the subjects, without what adds or removes one.
  const parts = page.getByRole("group", { name: en.data.subjects, exact: true });
  await expect(parts.getByRole("button")).toHaveCount(3);
  const cases = page.getByRole("group", { name: `${en.cases.label}, ${en.locked}` });
  await expect(cases.getByRole("button", { name: en.cases.names.layers })).toBeDisabled();
  // Undo would take the link back.
  await expect(page.getByRole("button", { name: en.data.undo, exact: true })).toBeDisabled();
  // The map offers nothing that would be refused.
  await expect(page.getByText(en.boundary.hint)).toBeHidden();
  await expect(page.getByText(en.boundary.addAs)).toBeHidden();

  // Nor does an empty picture, whose press would open another case.
  await playground.openPicture("search");
  await expect(page.getByRole("article").getByText(/^Needs totals/)).toBeVisible();
  await expect(page.getByRole("button", { name: en.stage.openCase(1) })).toBeHidden();

  const before = await playground.experiment();
  await (await playground.cell(en.names.student(1), en.names.moral)).click();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("alert").first()).toContainText(en.refusal.rules.locked("", { kind: "locked" }));
  expect(await playground.experiment()).toEqual(before);
  await playground.step.click();
  expect((await playground.frame()).updates).toBe(1);

  // A reload keeps the locks; the page by its own address has none.
  await page.reload();
  await expect(field).toBeDisabled();
  await playground.open("award");
  await expect(field).toBeEnabled();
});

test("what is left out is away, in the language of the link, and the stage takes its room", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  const others = Object.keys(en.titles).filter((name) => name !== "boundary" && name !== "curve");
  const experiment = await playground.experiment();
  const width = (): Promise<number> => page.locator(".stage").evaluate((stage) => stage.clientWidth);
  const wide = await width();
  await page.getByRole("button", { name: en.share.name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: en.sharing.title });
  await dialog.getByText(en.fixed.title).click();
  const box = (name: string) => dialog.getByRole("checkbox", { name, exact: true }).last();
  for (const name of others) await box(titleIn(experiment, name as keyof typeof en.titles)).uncheck();
  for (const panel of ["model", "data", "rate", "lessons"] as const) await box(en.fixed.panels[panel]).uncheck();
  await dialog.getByRole("combobox", { name: en.language.label }).selectOption("zh");
  const field = dialog.getByRole("textbox", { name: en.sharing.field });
  await expect(field).toHaveAttribute("aria-busy", "false");
  const link = (await field.inputValue()).replace("?lang=en", "");
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("button", { name: zh.transport.play, exact: true })).toBeVisible();
  await expect(page.getByRole("grid")).toBeHidden();
  await expect(page.getByRole("button", { name: zh.lessons, exact: true })).toBeHidden();
  await expect(page.getByRole("group", { name: zh.pictures.label }).getByRole("button")).toHaveCount(2);
  expect(await width()).toBeGreaterThan(wide + 200);
  // On a phone the sheet has nothing to open.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("button", { name: zh.rail.sheet })).toBeHidden();
});

test("a secret rule that may not be revealed is not offered, and stands in no part of the link that can be read", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const link = await linkWith(page, en.fixed.secret);
  const inflated = await page.evaluate(async (letters) => {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  }, new URL(link).hash.slice(3));
  expect(inflated).toContain('"sealed"');
  expect(inflated).not.toContain("0.6");
  await arrive(playground, link);
  await playground.openPicture("weights");
  await expect(page.getByRole("switch", { name: en.weights.showRule })).toBeHidden();
});

test("a lock on what cannot be locked is said, and the rest of the link holds", async ({ playground, page }) => {
  await playground.open("award");
  const text = JSON.stringify({
    sanhao: 2,
    experiment: await playground.experiment(),
    view: {
      locked: ["scaling", "training.luck"],
      panels: ["data", "kitchen"],
      pictures: ["boundary"],
      lessons: ["99.json"],
    },
  });
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "start.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
  const alert = page.getByRole("alert").first();
  await expect(alert).toContainText('view.locked[1]: "training.luck"');
  await expect(alert).toContainText(en.sharing.view.lock);
  await expect(alert).toContainText('view.panels[1]: "kitchen"');
  await expect(page.getByRole("combobox", { name: en.fields["training.loss"], exact: true })).toBeHidden();
  await playground.step.click();
  expect((await playground.frame()).updates).toBe(1);
});

test("a locked page in a frame is locked too", { tag: "@engine" }, async ({ playground, page, baseURL }) => {
  await playground.open("award");
  const link = await linkWith(page, en.fields["training.learning_rate"]);
  await page.route("**/embedding.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${link}" width="1300" height="800"></iframe>` }),
  );
  await page.goto(new URL("embedding.html", baseURL).href);
  const frame: FrameLocator = page.frameLocator("iframe");
  await expect(frame.getByRole("textbox", { name: en.fields["training.learning_rate"], exact: true })).toBeDisabled();
  await frame.getByRole("button", { name: en.transport.step, exact: true }).click();
});

const LESSON = JSON.parse(readFileSync(new URL("../../public/lessons/02-learning-rate.json", import.meta.url), "utf8"));
const SCRIPT = '<img src=x onerror="document.title=1"><script>document.title = 1</script>';

test("a lesson of one's own is opened by drop, shows a script in its text as text, and goes along in a link", async ({
  playground,
  page,
}) => {
  await playground.open();
  const lesson = { ...LESSON, title: { zh: "我的课", en: "A lesson of mine" } };
  lesson.steps = [{ ...lesson.steps[0], goal: { ...lesson.steps[0].goal, text: { zh: SCRIPT, en: SCRIPT } } }];
  const drop = (text: string) =>
    page.evaluate((given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([given], "mine.json", { type: "application/json" }));
      for (const type of ["dragover", "drop"])
        window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, text);
  const column = page.getByRole("region", { name: en.lessons });
  await drop(JSON.stringify({ ...lesson, steps: [{ ...lesson.steps[0], explain: 7 }] }));
  await expect(column.getByRole("alert")).toContainText("mine.json");
  await expect(column.getByRole("alert")).toContainText("steps[0].explain");
  await drop(JSON.stringify(lesson));
  await expect(column.getByRole("heading", { name: "A lesson of mine" })).toBeVisible();
  await expect(column.getByText(SCRIPT)).toBeVisible();
  await expect(page).toHaveTitle(en.title);

  const link = await linkWith(page, en.sharing.lesson);
  await arrive(playground, link);
  await expect(column.getByRole("heading", { name: "A lesson of mine" })).toBeVisible();
  await playground.setRate("0.02");
  await page.reload();
  await expect(column.getByRole("heading", { name: "A lesson of mine" })).toBeVisible();
  await expect(playground.rate).toHaveValue("0.02");
});
