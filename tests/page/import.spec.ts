/** Opening data: by button, drop and paste; what was understood is shown, can be changed, and only then is taken. */
import type { Locator, Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

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
  return dialog.getByRole("combobox", { name: en.import.roleOf(column) });
}

function encoding(dialog: Locator): Locator {
  return dialog.getByRole("combobox", { name: en.import.encoding });
}

async function take(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: en.import.take }).click();
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
  await expect(dialog).toContainText(en.import.students("3"));
  await expect(encoding(dialog)).toHaveValue("utf-8");
  await expect(role(dialog, "姓名")).toHaveValue("name");
  await expect(role(dialog, "学号")).toHaveValue("ignored");
  await expect(role(dialog, "性别")).toHaveValue("ignored");
  await expect(role(dialog, "总分")).toHaveValue("target");
  await expect(dialog.getByRole("button", { name: en.import.take })).toBeFocused();
  await expectUntouched(playground);

  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(en.import.opened("class.csv", "3"))).toBeVisible();
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
  await role(dialog, "性别").selectOption(en.import.roles.target);
  await expect(role(dialog, "总分")).toHaveValue("ignored");
  await expect(dialog).toContainText(like(en.import.summaryClasses(ANY, "性别", "男, 女")));
  await role(dialog, "学号").selectOption(en.import.roles.name);
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
  await expect(dialog).toContainText(en.refusal.cell(3, "智育"));
  await expect(dialog).toContainText("九十五");
  await expect(dialog.getByRole("button", { name: en.import.take })).toBeDisabled();
  await role(dialog, "智育").selectOption(en.import.roles.ignored);
  await take(dialog);
  await expect(page.getByText(en.import.opened("class.csv", "2"))).toBeVisible();
});

/** A title, two lines of a header, absence, a remark, and totals that are numbers. */
const REPORT = `期中成绩;;;;
姓名;平时;;考试;总评
;语文;数学;语文;
甲;90,5;80;70;85,5
乙;缺考;95;87;96
丙;70;60;良好;66
平均分;80,25;78,3;78,5;82,5
`;

test("the header, the rows, the number format and words in place of numbers can be chosen", async ({
  playground,
  page,
}) => {
  const dialog = await choose(page, REPORT);
  const header = dialog.getByRole("combobox", { name: en.import.headerRow });
  const format = dialog.getByRole("combobox", { name: en.import.format });
  await expect(header).toHaveValue("1+2");
  await expect(format).toHaveValue("comma");
  await expect(dialog).toContainText(en.import.leftOutRows("7", en.import.kinds.total));
  await expect(dialog).toContainText(en.import.numberRead("90,5", "90.5"));
  await expect(dialog).toContainText(en.refusal.cell(6, "考试 语文"));

  await dialog.getByRole("checkbox", { name: en.import.takeRow(6) }).uncheck();
  await expect(dialog).toContainText(en.import.incomplete("乙"));
  await format.selectOption(en.import.formats.point);
  await expect(dialog).toContainText(en.refusal.cell(4, "平时 语文"));
  await format.selectOption(en.import.formats.either);
  await header.selectOption(en.import.headerIn(2));
  await expect(role(dialog, "考试")).toHaveValue("score");
  await dialog.getByRole("checkbox", { name: en.import.takeRow(3) }).uncheck();
  await take(dialog);
  const { table } = await playground.experiment();
  expect([table.subjects, table.target]).toEqual([["平时", "#3", "考试"], "总评"]);
  expect(table.students.map(({ name, scores }) => [name, ...scores])).toEqual([
    ["甲", 90.5, 80, 70],
    ["乙", null, 95, 87],
  ]);
});

test("a wrongly detected encoding is corrected, and classes are told from numbers", async ({ playground, page }) => {
  const rows = Array.from({ length: 6 }, (_, i) => `s${i},${90 - i},${i % 3}`).join("\n");
  const dialog = await choose(page, `name,math,kind\n${rows}\n`);
  const kind = dialog.getByRole("combobox", { name: en.import.targetKind("kind") });
  await expect(kind).toHaveValue("classes");
  await encoding(dialog).selectOption("big5");
  await expect(encoding(dialog)).toHaveValue("big5");
  await kind.selectOption(en.import.targetKinds.numbers);
  await expect(dialog).toContainText(en.import.summaryNumbers("math", "kind"));
  await take(dialog);
  expect((await playground.experiment()).table.classes).toEqual([]);
});

test("Escape gives up: nothing is changed and the focus returns", async ({ playground, page }) => {
  const button = page.getByRole("button", { name: en.data.open, exact: true });
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
  const dialog = page.getByRole("dialog", { name: en.import.title("dropped.csv") });
  await take(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(3);
});

test("a table copied from a spreadsheet is pasted anywhere outside a field", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await paste(page, { "text/plain": LIST.replaceAll(",", "\t") });
  const dialog = page.getByRole("dialog", { name: en.import.titlePasted });
  await take(dialog);
  await expect(page.getByText(en.import.openedPaste("3"))).toBeVisible();
  expect((await playground.experiment()).table.subjects).toEqual(["德育", "智育"]);
});

test("a table copied from a web page is pasted", async ({ playground, page }) => {
  const cells = (tag: string, words: readonly string[]) => words.map((word) => `<${tag}>${word}</${tag}>`).join("");
  const html = `<p>before</p><table><tr>${cells("th", ["name", "a", "t"])}</tr><tr>${cells("td", ["<b>A1</b><br>乙", " 90 ", "85"])}</tr></table>`;
  await paste(page, { "text/html": html });
  await take(page.getByRole("dialog"));
  const { table } = await playground.experiment();
  expect(table.students).toEqual([{ name: "A1 乙", scores: [90], target: 85, included: true }]);
});

test("a word that was on the clipboard is no table, and it is said", async ({ playground, page }) => {
  await paste(page, { "text/plain": "0.5" });
  await expect(page.getByRole("alert")).toContainText(en.import.noTable);
  await playground.step.click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expectUntouched(playground);
});

test("a list without names over its columns has them numbered", async ({ playground, page }) => {
  const dialog = await choose(page, "甲,90,80,85\n乙,98,95,96\n");
  await expect(dialog.getByRole("combobox", { name: en.import.headerRow })).toHaveValue("0+0");
  await take(dialog);
  const { table } = await playground.experiment();
  expect(table.subjects).toEqual([en.import.column(2), en.import.column(3)]);
  expect(table.students.map(({ name }) => name)).toEqual(["甲", "乙"]);
});

test("files of every encoding of Chinese are told apart", { tag: "@engine" }, async ({ playground, page }) => {
  const text = "姓名,智育,总分\n甲,90,85\n";
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, "utf16le")]);
  // With a byte order mark the encoding is no choice.
  const files: [bytes: Buffer, encoding: keyof typeof en.import.encodings, choice: boolean][] = [
    [Buffer.from(text), "utf-8", true],
    [Buffer.from(`\ufeff${text}`), "utf-8-bom", false],
    [utf16, "utf-16le", false],
    [Buffer.from("d0d5c3fb2cd6c7d3fd2cd7dcb7d60d0abcd72c39302c38350d0a", "hex"), "gb18030", true],
    [Buffer.from("a96da6572cb4bca87c2cc160a4c00aa5d22c39302c38350a", "hex"), "big5", true],
  ];
  for (const [bytes, name, choice] of files) {
    await test.step(name, async () => {
      const dialog = await choose(page, bytes);
      if (choice) await expect(encoding(dialog)).toHaveValue(name);
      else await expect(dialog).toContainText(en.import.encodings[name]);
      await take(dialog);
      const { table } = await playground.experiment();
      const [study, total] = name === "big5" ? ["智育", "總分"] : ["智育", "总分"];
      expect([...table.subjects, table.target, table.students[0]?.name]).toEqual([study, total, "甲"]);
    });
  }
});

test("a broken byte in GB 18030 is shown where it stands, and the rest can be taken", async ({ playground, page }) => {
  const dialog = await choose(page, Buffer.from(BROKEN, "hex"));
  await expect(dialog.getByRole("alert")).toContainText(
    like(en.import.broken(1, en.import.encodings.gb18030, en.import.brokenRows([2], false))),
  );
  await expect(dialog.getByRole("cell", { name: "\ufffd" })).toBeVisible();
  await expectUntouched(playground);
  await take(dialog);
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["\ufffd", "乙"]);
});

test("10,000 students are pasted", async ({ playground, page }) => {
  const rows = Array.from({ length: 10_000 }, (_, i) => `s${i}\t${60 + (i % 40)}\t${60 + (i % 37)}\t${i % 2}`);
  await paste(page, { "text/plain": `name\ta\tb\tt\n${rows.join("\n")}` });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(en.import.students("10,000"));
  // In a low window too: the rows scroll, and not what is said of them.
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(dialog.locator(".verdict")).toBeInViewport({ ratio: 1 });
  await take(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(10_000);
  await playground.expectNoBrokenNumber();
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

test("a workbook's first table is offered, another sheet is chosen, and what is hidden in it is said", {
  tag: "@engine",
}, async ({ page, playground }) => {
  await page.locator('input[type="file"]').setInputFiles("web/table/import/fixtures/class-book.xlsx");
  const dialog = page.getByRole("dialog", { name: en.import.title("class-book.xlsx") });
  await expect(dialog).toContainText(en.import.hiddenRows("1"));
  const sheet = dialog.getByRole("combobox", { name: en.import.sheet });
  await sheet.selectOption(en.import.sheetName("旧", true));
  await expect(dialog).toContainText(en.import.students("1"));
  await expect(dialog).not.toContainText(en.import.hiddenRows("1"));
  await sheet.selectOption("二班");
  await take(dialog);
  const { table } = await playground.experiment();
  expect(table.students.map(({ name }) => name)).toEqual(["丁一", "卜二", "王三", "田四", "石五", "江六", "池七"]);
});

test("a table is pasted into the dialog that asks for it, or typed there", async ({ page, playground }) => {
  const ask = page.getByRole("button", { name: en.data.paste });
  await ask.click();
  const field = page.getByRole("textbox", { name: en.import.pasteHere });
  await expect(field).toBeFocused();
  await playground.paste(LIST.replaceAll(",", "\t"));
  const dialog = page.getByRole("dialog", { name: en.import.titlePasted });
  await expect(dialog).toContainText(en.import.students("3"));
  await page.keyboard.press("Escape");
  await expectUntouched(playground);
  await ask.click();
  await field.fill(LIST);
  await page.getByRole("button", { name: en.import.read }).click();
  await take(dialog);
  expect((await playground.experiment()).table.students.map(({ name }) => name)).toEqual(["甲", "乙", "丙"]);
});
