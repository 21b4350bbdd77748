/** CSV files: good ones open, bad ones are refused in words, and the table before them stays. */
import { rm, writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";

const GOOD = "姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,96\n丙,70,99,88,?\n";

/** Chooses a file; what it holds is shown before it is taken. */
async function openCsv(page: Page, text: string | Buffer, name = "class.csv"): Promise<void> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Chooses a file and takes it as it was understood. */
async function takeCsv(page: Page, text: string | Buffer, name = "class.csv"): Promise<void> {
  await openCsv(page, text, name);
  await page.getByRole("dialog").getByRole("button", { name: "Use this table" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(`Opened ${name}`)).toBeVisible();
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
  await message.getByRole("button", { name: "Close" }).first().click();
  await expect(message).toBeHidden();
  await expectAlive(playground);
}

/** What only the whole experiment shows to be wrong is refused when it is taken, and the dialog stays. */
async function tryToTake(dialog: Locator): Promise<void> {
  await expect(dialog).not.toContainText("Checking");
  const take = dialog.getByRole("button", { name: "Use this table" });
  if (await take.isEnabled()) await take.click();
  await expect(dialog).toContainText(/The table stays as it was|Choose at least one score/);
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

test("a good file opens and trains", { tag: "@engine" }, async ({ playground, page }) => {
  await takeCsv(page, GOOD);
  await expect(page.getByText("Opened class.csv: 3 students.")).toBeVisible();
  const { table } = await playground.experiment();
  expect(table.subjects).toEqual(["德育", "智育", "体育"]);
  expect(table.students.map(({ target }) => target)).toEqual([85, 96, null]);
  await expectAlive(playground);
});

test("the table is saved as a file that opens again", { tag: "@engine" }, async ({ playground, page }) => {
  const before = (await playground.experiment()).table;
  // Stock Firefox tells nothing of downloads: the file is caught where the page hands it to the browser.
  const handed = await page.evaluateHandle(() => {
    const files: Blob[] = [];
    const address = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) files.push(file);
      return address.call(URL, file);
    };
    return files;
  });
  await page.getByRole("button", { name: "Save CSV" }).click();
  await expect.poll(() => handed.evaluate((files) => files.length)).toBe(1);
  const text = await handed.evaluate((files) => files[0]?.text());
  await takeCsv(page, text ?? "");
  expect((await playground.experiment()).table).toEqual(before);
});

/** What is wrong with the file, its text, and what the message must name. */
const BAD: readonly (readonly [fault: string, text: string | Buffer, words: readonly (string | RegExp)[]])[] = [
  ["ragged rows", "name,a,b,t\n甲,1,2,3\n乙,1,2\n", ["Row 3"]],
  ["a word among numbers", "姓名,智育,总分\n甲,九十,85\n乙,80,90\n", ["Row 2", "智育", "九十"]],
  ["an empty file", "", [/nothing/]],
  ["a header alone", "name,a,b,t\n", [/students/]],
  ["NaN as a score", "name,a,t\n甲,NaN,1.5\n乙,1,2\n", ["Row 2", "NaN"]],
  ["inf as a score", "name,a,t\n甲,1,1.5\n乙,inf,2\n", ["Row 3", "inf"]],
  ["1e308 as a score", "name,a,t\n甲,1e308,1.5\n乙,1,2\n", ["Row 2", "1e308"]],
  ["one class only", "name,a,t\n甲,1,yes\n乙,2,yes\n", [/classes/]],
  ["no labelled student", "name,a,t\n甲,1,?\n乙,2,?\n", [/learn from/]],
  ["a column named twice", "name,a,a,t\n甲,1,2,3\n", ["Row 1", "twice"]],
  ["a single column", "a\n1\n2\n", [/score/]],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), ["picture"]],
  ["a workbook", Buffer.from("504b030414000600080000002100", "hex"), ["archive"]],
];

test("bad files are refused with their place", async ({ playground, page }) => {
  for (const [fault, text, words] of BAD) {
    await test.step(fault, async () => {
      await openCsv(page, text);
      await expectRefused(playground, words);
    });
  }
});

test("huge files are refused without hanging", { tag: "@engine" }, async ({ playground, page }, testInfo) => {
  const row = "甲,90,80,70,85\n";
  const megabytes = 1024 * 1024;
  const rows = Math.floor((20 * megabytes - 64) / Buffer.byteLength(row));
  const huge: typeof BAD = [
    ["20 MB of students", `name,a,b,c,t\n${row.repeat(rows)}`, [/students/]],
    ["20 MB without a line break", Buffer.alloc(20 * megabytes, "9"), []],
    ["more than 20 MB", Buffer.alloc(21 * megabytes, "1,2\n"), ["21 MB", "20 MB"]],
  ];
  for (const [fault, text, words] of huge) {
    await test.step(fault, async () => {
      // By its path: twenty megabytes through the test's own wire take longer than all the rest.
      const path = testInfo.outputPath("huge.csv");
      await writeFile(path, text);
      await page.locator('input[type="file"]').setInputFiles(path);
      await expectRefused(playground, words);
      await rm(path);
    });
  }
});

test("a class named twice is refused with its place", async ({ playground }) => {
  const message = await playground.refusal(({ table }) => {
    table.classes = ["是", "是"];
  });
  expect(message).toContain("table.classes");
  expect(message).toContain("是");
  expect((await playground.experiment()).table.classes).toEqual([]);
  await expectAlive(playground);
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
  await expect(
    page.getByText("10,000 of 10,000 in training").or(page.getByText("10000 of 10000 in training")),
  ).toBeVisible();
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

test("a file as Chinese spreadsheets save it is read", { tag: "@engine" }, async ({ playground, page }) => {
  // 姓名,智育,总分 and 甲,90,85 in GB 18030.
  await takeCsv(page, Buffer.from("d0d5c3fb2cd6c7d3fd2cd7dcb7d60d0abcd72c39302c38350d0a", "hex"));
  const { table } = await playground.experiment();
  expect([...table.subjects, table.target, table.students[0]?.name]).toEqual(["智育", "总分", "甲"]);
});
