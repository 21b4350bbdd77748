/** CSV files: good ones open, bad ones are refused in words, and the table before them stays. */
import type { Locator, Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

const GOOD = "姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,96\n丙,70,99,88,?\n";

/** Chooses a file; what it holds is shown before it is taken. */
async function openCsv(page: Page, text: string | Buffer, name = "class.csv"): Promise<void> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Chooses a file and takes it as it was understood. */
async function takeCsv(page: Page, text: string | Buffer, name = "class.csv"): Promise<void> {
  await openCsv(page, text, name);
  await page.getByRole("dialog").getByRole("button", { name: en.import.take }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(like(en.import.opened(name, ANY), en.import.opened(name, "1")))).toBeVisible();
}

/** The file is refused with a message that says all of `words`; the table stays, and the page goes on. */
async function expectRefused(playground: Playground, words: readonly (string | RegExp)[]): Promise<void> {
  const { page } = playground;
  const dialog = page.getByRole("dialog");
  const alert = page.getByRole("alert");
  await expect(dialog.or(alert).first()).toBeVisible();
  const shown = await dialog.isVisible();
  if (shown) await tryToTake(dialog);
  const message = shown ? dialog : alert;
  for (const word of words) await expect(message).toContainText(word);
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["A", "B"]);
  // A message may quote the file's own "NaN": it is closed before the page is searched for broken numbers.
  await message.getByRole("button", { name: en.refusal.close }).first().click();
  await expect(message).toBeHidden();
  await expectAlive(playground);
}

/** What only the whole experiment shows to be wrong is refused when it is taken, and the dialog stays. */
async function tryToTake(dialog: Locator): Promise<void> {
  await expect(dialog).not.toContainText(en.import.checking);
  const take = dialog.getByRole("button", { name: en.import.take });
  if (await take.isEnabled()) await take.click();
  await expect(dialog).toContainText(new RegExp(`${en.refusal.keptTable}|${en.import.needs}`));
}

async function expectAlive(playground: Playground): Promise<void> {
  const { updates } = await playground.frame();
  await playground.step.click();
  expect((await playground.frame()).updates).toBe(updates + 1);
  await playground.expectNoBrokenNumber();
}

test.beforeEach(async ({ playground }) => {
  await playground.open("weights");
});

test("a good file opens and trains", async ({ playground, page }) => {
  await takeCsv(page, GOOD);
  await expect(page.getByText(en.import.opened("class.csv", "3"))).toBeVisible();
  const { table } = await playground.experiment();
  expect(table.subjects).toEqual(["德育", "智育", "体育"]);
  expect(table.students.map(({ target }) => target)).toEqual([85, 96, null]);
  await expectAlive(playground);
});

test("the table is saved as a CSV file or a workbook that opens again", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  const before = (await playground.experiment()).table;
  const saved = await playground.savedFiles();
  await page.getByRole("button", { name: en.data.save }).click();
  await page.getByRole("button", { name: en.saving.csv, exact: true }).click();
  await takeCsv(page, (await saved(0)).toString());
  expect((await playground.experiment()).table).toEqual(before);

  await page.getByRole("button", { name: en.data.save }).click();
  await page.getByRole("button", { name: en.saving.workbook, exact: true }).click();
  await page.locator('input[type="file"]').setInputFiles({
    name: "class.xlsx",
    mimeType: "application/octet-stream",
    buffer: await saved(1),
  });
  await page.getByRole("button", { name: en.import.take }).click();
  await expect(page.getByText(en.import.opened("class.xlsx", String(before.students.length)))).toBeVisible();
  expect((await playground.experiment()).table).toEqual(before);
});

test("a run is saved for Python by keyboard, and the zip opens as what it was", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.train(50);
  const before = await playground.experiment();
  const saved = await playground.savedFiles();
  await page.getByRole("button", { name: en.data.save }).press("Enter");
  await page.getByRole("button", { name: en.saving.python, exact: true }).press("Enter");
  const dialog = page.getByRole("dialog", { name: en.exporting.title });
  await dialog.getByRole("button", { name: en.exporting.save }).press("Enter");
  await expect(dialog.getByRole("status")).toHaveText(en.exporting.saved);
  const zip = await saved(0);
  await page.keyboard.press("Escape");
  await playground.change(({ training }) => {
    training.seed = 9;
  });
  const name = "run.zip";
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/zip", buffer: zip });
  await expect.poll(() => playground.experiment()).toEqual(before);
});

/** One file that its dialog refuses and one that opens none; web/table/import/refusals.test.ts has them all. */
const BAD: readonly (readonly [fault: string, text: string | Buffer, words: readonly (string | RegExp)[]])[] = [
  ["a word among numbers", "姓名,智育,总分\n甲,九十,85\n乙,80,90\n", [en.refusal.cell(2, "智育"), "九十"]],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), [en.import.binary.picture]],
];

test("bad files are refused with their place", async ({ playground, page }) => {
  for (const [fault, text, words] of BAD) {
    await test.step(fault, async () => {
      await openCsv(page, text);
      await expectRefused(playground, words);
    });
  }
});

test("a single student opens and trains", async ({ playground, page }) => {
  await takeCsv(page, "name,a,b,t\n甲,90,80,85\n");
  await expectAlive(playground);
});

test("10,000 students open and train", async ({ playground, page }) => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `s${i},${60 + (i % 40)},${60 + (i % 37)},${60 + (i % 31)},${i % 2}`,
  );
  await takeCsv(page, `name,a,b,c,t\n${rows.join("\n")}\n`);
  await expect(page.getByText(en.data.count(10_000, 10_000), { exact: true })).toBeVisible();
  await playground.play.click();
  await playground.until(({ updates }) => updates >= 3, "training goes on");
  await playground.pause.click();
  await playground.expectNoBrokenNumber();
});

test("a name of 10,000 characters stays on its line", async ({ playground, page }) => {
  await takeCsv(page, `name,a,b,t\n${"长".repeat(10_000)},90,80,85\n乙,98,95,96\n`);
  await expectAlive(playground);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a script in a name stays a name", async ({ playground, page }) => {
  const name = "<script>document.title='broken'</script><img src=x onerror=document.title='broken'>";
  await takeCsv(page, `name,<b>a</b>,b,t\n${name},90,80,85\n乙,98,95,96\n`);
  expect((await playground.experiment()).table.students[0]?.name).toBe(name);
  await expectAlive(playground);
  expect(await page.title()).not.toBe("broken");
});

test("a byte-order mark, full-width digits and semicolons are read", async ({ playground, page }) => {
  await takeCsv(page, "\ufeff姓名;智育;总分\n甲;９０;85\n乙;80;70\n");
  expect((await playground.experiment()).table.students[0]?.scores).toEqual([90]);
  await expectAlive(playground);
});

test("a file as Chinese spreadsheets save it is read", async ({ playground, page }) => {
  // 姓名,智育,总分 and 甲,90,85 in GB 18030.
  await takeCsv(page, Buffer.from("d0d5c3fb2cd6c7d3fd2cd7dcb7d60d0abcd72c39302c38350d0a", "hex"));
  const { table } = await playground.experiment();
  expect([...table.subjects, table.target, table.students[0]?.name]).toEqual(["智育", "总分", "甲"]);
});
