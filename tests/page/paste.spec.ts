/** Blocks of cells between the table and a spreadsheet. */
import { expect, type Playground, test } from "./playground";
import { en } from "./words";

const scores = async (playground: Playground): Promise<(number | null)[][]> =>
  (await playground.experiment()).table.students.map((student) => student.scores);
const names = async (playground: Playground): Promise<string[]> =>
  (await playground.experiment()).table.students.map(({ name }) => name);

test("a block from a spreadsheet is pasted, new students with it, and taken back as one", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("B", en.data.name)).click();
  await playground.paste('乙\t９８\t95\t87\t96\r\n丙\t70\t99\t88\t?\r\n"丁\n二"\t60\t61\t62\t61.5\r\n');
  await expect(playground.row("丁 二")).toBeVisible();
  const { students } = (await playground.experiment()).table;
  expect(students.map(({ name, target }) => [name, target])).toEqual([
    ["A", 85],
    ["乙", 96],
    ["丙", null],
    ["丁 二", 61.5],
  ]);
  expect(students[1]?.scores).toEqual([98, 95, 87]);
  await page.keyboard.press("Control+z");
  expect(await names(playground)).toEqual(["A", "B"]);
  await page.keyboard.press("Control+Shift+z");
  expect(await names(playground)).toEqual(["A", "乙", "丙", "丁 二"]);
  await page.getByRole("button", { name: en.data.undo }).click();
  expect(await names(playground)).toEqual(["A", "B"]);
  await expect(page.getByRole("button", { name: en.data.undo })).toBeDisabled();
});

test("a pasted block with one bad cell changes nothing and names the cell", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  await playground.paste("91\t81\n92\t九十\n93\t83");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(en.refusal.cell(2, en.names.study));
  await expect(alert).toContainText("九十");
  await expect(alert).toContainText(en.refusal.keptTable);
  expect(await scores(playground)).toEqual([
    [90, 80, 70],
    [98, 95, 87],
  ]);
  await alert.getByRole("button", { name: en.refusal.close }).click();
  await expect(alert).toBeHidden();
  await playground.expectNoBrokenNumber();
});

test("one value fills a selected block, a column fills its column, a web page's table is read", async ({
  playground,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  await (await playground.cell("B", en.names.study)).click({ modifiers: ["Shift"] });
  await playground.paste("77");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [77, 77, 70],
      [77, 77, 87],
    ]);
  await (await playground.cell("A", en.names.sport)).click();
  await playground.paste("61\n62\n63\n");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [77, 77, 61],
      [77, 77, 62],
      [77, 77, 63],
    ]);
  await (await playground.cell("A", en.names.moral)).click();
  await playground.paste("", "<table><tr><td>1</td><td><b>2</b></td></tr><tr><td>３</td><td>4</td></tr></table>");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [1, 2, 61],
      [3, 4, 62],
      [77, 77, 63],
    ]);
});

const HTML: readonly [what: string, html: string, names: string[]][] = [
  [
    "entities, line breaks, comments and white space",
    "<!--a--><table><tr><td> <b>甲</b>&amp;<br>乙&nbsp;\n&#57;&#x31; </td></tr></table>",
    ["甲& 乙 91"],
  ],
  [
    "scripts and styles are left out",
    "<style>td{}</style><table><tr><td>甲<script>document.title='ran'</script><style>b{}</style></td></tr></table>",
    ["甲"],
  ],
  [
    "hidden cells are read",
    '<table><tr><td style="display:none">甲</td></tr><tr hidden><td>乙</td></tr></table>',
    ["甲", "乙"],
  ],
  ["rows without cells and empty rows at the end are dropped", "<table><tr></tr><tr><td>甲<tr><td> </table>", ["甲"]],
  ["rows without their table", "<tr><td>甲</td></tr><tr><td>乙</td></tr>", ["甲", "乙"]],
  ["only the first table is read", "<table><tr><td>甲</table><table><tr><td>乙</table>", ["甲"]],
  ["a table in a cell is part of its text", "<table><tr><td>甲 <table><tr><td>乙</table></table>", ["甲 乙"]],
];

test("a table of a web page is read cell by cell, and nothing in it is run", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const title = await page.title();
  const [name, other] = [await playground.cell("A", en.data.name), await playground.cell("B", en.data.name)];
  for (const [what, html, read] of HTML) {
    await test.step(what, async () => {
      // HTML source on the clipboard as plain text is read in the same way.
      for (const [plain, source] of [
        ["", html],
        [html, ""],
      ] as const) {
        // A second click on the same cell would edit it.
        await other.click();
        await name.click();
        await playground.paste(plain, source);
        await expect.poll(() => names(playground)).toEqual(read.length === 1 ? [...read, "B"] : read);
        await page.keyboard.press("Control+z");
      }
    });
  }
  expect(await page.title()).toBe(title);
});

test("merged cells of a web page's table keep the columns in line", async ({ playground }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.data.name)).click();
  const html = `<table><tr><td rowspan="2">甲</td><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr>
    <tr><td>乙</td><td>7</td><td>8</td><td>9</td></tr></table>`;
  await playground.paste("", html);
  await expect.poll(() => names(playground)).toEqual(["甲", "", "乙"]);
  expect(await scores(playground)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  await (await playground.cell("乙", en.data.name)).click();
  await playground.paste("", '<table><tr><td colspan="2">丙</td><td>5</td></tr></table>');
  await expect.poll(() => names(playground)).toEqual(["甲", "", "丙"]);
  // The cell that the name spans holds no score of its own.
  expect((await scores(playground))[2]).toEqual([null, 5, 9]);
});

test("a block is copied and pasted by keys", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  expect(await playground.copied()).toBe("90\t80\n98\t95");
  await page.keyboard.press("Control+c");
  await expect(page.getByText(en.data.copied(2, 2))).toBeAttached();
  await (await playground.cell("A", en.names.study)).click();
  await page.keyboard.press("Control+v");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [90, 90, 80],
      [98, 98, 95],
    ]);
});

test("ten thousand pasted rows work", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  await playground.paste("90\t80\t70\t85\n".repeat(10_000));
  await expect(page.getByText(en.data.count(10_000, 10_000), { exact: true })).toBeVisible();
  await playground.step.click();
  await playground.expectNoBrokenNumber();
});
