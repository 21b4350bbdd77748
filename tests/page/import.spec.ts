/** Opening data: by button, drop and paste; what was understood is shown, can be changed, and only then is taken. */
import type { Locator, Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";

const LIST = "学号,姓名,性别,总分,德育,智育\n1,甲,男,85,90,80\n2,乙,女,96,98,95\n3,丙,女,?,70,99\n";

/** 姓名,德育,智育,总分 and two students in GB 18030; of the first name a byte is lost. */
const BROKEN = "d0d5c3fb2cb5c2d3fd2cd6c7d3fd2cd7dcb7d60abc2c39302c38302c38350ad2d22c39382c39352c39360a";

async function choose(page: Page, text: string | Buffer, name = "class.csv"): Promise<Locator> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer });
  return page.getByRole("dialog");
}

/** Pastes as a person does who has copied in another program and clicked on the page beside every field. */
async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((formats) => {
    const clipboardData = new DataTransfer();
    for (const [format, text] of Object.entries(formats)) clipboardData.setData(format, text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    // Firefox takes no clipboard from whoever makes the event.
    Object.defineProperty(event, "clipboardData", { value: clipboardData });
    document.body.dispatchEvent(event);
  }, data);
}

async function drop(page: Page, bytes: readonly number[], name: string): Promise<void> {
  await page.evaluate(
    ([content, fileName]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(content)], fileName));
      const target = document.querySelector("main");
      for (const type of ["dragover", "drop"]) {
        target?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [bytes, name] as const,
  );
}

function role(dialog: Locator, column: string): Locator {
  return dialog.getByRole("combobox", { name: `What is “${column}”?` });
}

async function take(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Use this table" }).click();
  await expect(dialog).toBeHidden();
}

async function expectUntouched(playground: Playground): Promise<void> {
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["A", "B"]);
}

test.beforeEach(async ({ playground }) => {
  await playground.open("weights");
});

test("a school's list is understood, shown, and taken by Enter", { tag: "@engine" }, async ({ playground, page }) => {
  const dialog = await choose(page, LIST);
  await expect(dialog).toContainText("3 students");
  await expect(dialog).toContainText("UTF-8");
  await expect(role(dialog, "姓名")).toHaveValue("name");
  await expect(role(dialog, "学号")).toHaveValue("ignored");
  await expect(role(dialog, "性别")).toHaveValue("ignored");
  await expect(role(dialog, "总分")).toHaveValue("target");
  await expect(dialog.getByRole("button", { name: "Use this table" })).toBeFocused();
  await expectUntouched(playground);

  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Opened class.csv: 3 students.")).toBeVisible();
  const { table } = await playground.experiment();
  expect(table.subjects).toEqual(["德育", "智育"]);
  expect(table.students.map(({ name, target }) => [name, target])).toEqual([
    ["甲", 85],
    ["乙", 96],
    ["丙", null],
  ]);
  await page.keyboard.press("Control+z");
  await expectUntouched(playground);
});

test("columns are given other roles before they are taken", async ({ playground, page }) => {
  const dialog = await choose(page, LIST);
  await role(dialog, "性别").selectOption("Target");
  await expect(role(dialog, "总分")).toHaveValue("ignored");
  await expect(dialog).toContainText(/learn “性别”: 男, 女/);
  await role(dialog, "学号").selectOption("Name");
  await expect(role(dialog, "姓名")).toHaveValue("ignored");
  await take(dialog);
  const { table } = await playground.experiment();
  expect(table.target).toBe("性别");
  expect(table.classes).toEqual(["男", "女"]);
  expect(table.subjects).toEqual(["德育", "智育"]);
  expect(table.students.map(({ name }) => name)).toEqual(["1", "2", "3"]);
});

test("a cell that is no number is named by row and column, until its column is ignored", async ({ page }) => {
  const dialog = await choose(page, "姓名,德育,智育,总分\n甲,90,80,85\n乙,98,九十五,96\n");
  await expect(dialog).toContainText("Row 3, column “智育”");
  await expect(dialog).toContainText("九十五");
  await expect(dialog.getByRole("button", { name: "Use this table" })).toBeDisabled();
  await role(dialog, "智育").selectOption("Ignored");
  await take(dialog);
  await expect(page.getByText("Opened class.csv: 2 students.")).toBeVisible();
});

test("Escape gives up: nothing is changed and the focus returns", { tag: "@engine" }, async ({ playground, page }) => {
  const button = page.getByRole("button", { name: "Open", exact: true });
  await button.focus();
  const dialog = await choose(page, LIST);
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await expectUntouched(playground);
});

test("a file is dropped anywhere on the page", { tag: "@engine" }, async ({ playground, page }) => {
  await drop(page, [...Buffer.from(LIST)], "dropped.csv");
  const dialog = page.getByRole("dialog", { name: "Open dropped.csv" });
  await take(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(3);
});

test("a table copied from a spreadsheet is pasted anywhere outside a field", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await paste(page, { "text/plain": LIST.replaceAll(",", "\t") });
  const dialog = page.getByRole("dialog", { name: "Take the pasted table" });
  await take(dialog);
  await expect(page.getByText("Took the pasted table: 3 students.")).toBeVisible();
  expect((await playground.experiment()).table.subjects).toEqual(["德育", "智育"]);
});

test("a table copied from a web page is pasted", { tag: "@engine" }, async ({ playground, page }) => {
  const cells = (tag: string, words: readonly string[]) => words.map((word) => `<${tag}>${word}</${tag}>`).join("");
  const html = `<p>before</p><table><tr>${cells("th", ["name", "a", "t"])}</tr><tr>${cells("td", ["<b>A1</b>", " 90 ", "85"])}</tr></table>`;
  await paste(page, { "text/html": html });
  await take(page.getByRole("dialog"));
  const { table } = await playground.experiment();
  expect(table.students).toEqual([{ name: "A1", scores: [90], target: 85, included: true }]);
});

test("a word that was on the clipboard is no table", async ({ playground, page }) => {
  await paste(page, { "text/plain": "0.5" });
  await playground.step.click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectUntouched(playground);
});

test("a list without names over its columns has them numbered", async ({ playground, page }) => {
  const dialog = await choose(page, "甲,90,80,85\n乙,98,95,96\n");
  await expect(dialog.getByRole("checkbox", { name: "The first row is a student already" })).toBeChecked();
  await take(dialog);
  const { table } = await playground.experiment();
  expect(table.subjects).toEqual(["Column 2", "Column 3"]);
  expect(table.students.map(({ name }) => name)).toEqual(["甲", "乙"]);
});

test("files of every encoding of Chinese are told apart", { tag: "@engine" }, async ({ playground, page }) => {
  const text = "姓名,智育,总分\n甲,90,85\n";
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, "utf16le")]);
  const files: [bytes: Buffer, encoding: string][] = [
    [Buffer.from(text), "UTF-8"],
    [Buffer.from(`\ufeff${text}`), "UTF-8 (with mark)"],
    [utf16, "UTF-16"],
    [Buffer.from("d0d5c3fb2cd6c7d3fd2cd7dcb7d60d0abcd72c39302c38350d0a", "hex"), "GB 18030"],
  ];
  for (const [bytes, encoding] of files) {
    await test.step(encoding, async () => {
      const dialog = await choose(page, bytes);
      await expect(dialog).toContainText(encoding);
      await take(dialog);
      const { table } = await playground.experiment();
      expect([...table.subjects, table.target, table.students[0]?.name]).toEqual(["智育", "总分", "甲"]);
    });
  }
});

test("a broken byte in GB 18030 is shown where it stands, and the rest can be taken", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  const dialog = await choose(page, Buffer.from(BROKEN, "hex"));
  await expect(dialog.getByRole("alert")).toContainText(/one place .* GB 18030 .*row 2/);
  await expect(dialog.getByRole("cell", { name: "\ufffd" })).toBeVisible();
  await expectUntouched(playground);
  await take(dialog);
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["\ufffd", "乙"]);
});

test("a picture and a workbook are refused with what to do instead", async ({ playground, page }) => {
  const alert = page.getByRole("alert");
  await drop(page, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], "photo.png");
  await expect(alert).toContainText("is a picture");
  await choose(page, Buffer.from("504b0304140006000800", "hex"), "成绩.xlsx");
  await expect(alert).toContainText("Excel workbook");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectUntouched(playground);
});

test("10,000 students are pasted", async ({ playground, page }) => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `s${i}\t${60 + (i % 40)}\t${60 + (i % 37)}\t${i % 2}`);
  await paste(page, { "text/plain": `name\ta\tb\tt\n${rows.join("\n")}` });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("10,000 students");
  await take(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(10_000);
  await playground.expectNoBrokenNumber();
});

test("a table that cannot be learned from stays in its dialog", async ({ playground, page }) => {
  const dialog = await choose(page, "name,a,t\n甲,1,?\n乙,2,?\n");
  await dialog.getByRole("button", { name: "Use this table" }).click();
  await expect(dialog.getByRole("alert")).toContainText("learn from");
  await expectUntouched(playground);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
});

test("on a phone the dialog fits and is taken by touch", async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dialog = await choose(page, LIST);
  await expect(dialog).toBeVisible();
  const box = await dialog.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await take(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(3);
});
