/** The table as a grid: moved in, typed in, copied and pasted as in a spreadsheet. */
import { expect, type Playground, test } from "./playground";

const scores = async (playground: Playground): Promise<number[][]> =>
  (await playground.experiment()).table.students.map((student) => student.scores);
const names = async (playground: Playground): Promise<string[]> =>
  (await playground.experiment()).table.students.map(({ name }) => name);

test("arrows, Tab and Enter go from cell to cell, and typing replaces", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  await page.keyboard.type("91");
  await page.keyboard.press("Tab");
  await page.keyboard.type("81");
  await page.keyboard.press("Tab");
  await page.keyboard.type("71");
  // Enter goes back under the cell where the row was begun.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "B, Moral" })).toBeFocused();
  await page.keyboard.type("99");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: "B, Study" })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("checkbox", { name: "B takes part in training" })).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(page.getByRole("checkbox", { name: "A takes part in training" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: "Name of A" })).toBeFocused();
  expect(await scores(playground)).toEqual([
    [91, 81, 71],
    [99, 95, 87],
  ]);
});

test("F2 and a double click edit what is there, Escape gives up", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  const field = page.getByRole("textbox", { name: "A, Moral" });
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("5");
  await expect(field).toHaveValue("950");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("90");
  await (await playground.cell("B", "Sport")).dblclick();
  await page.keyboard.type(".5");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[1]).toEqual([98, 95, 87.5]);
});

test("the table is left by Tab at a row's end, by keyboard alone", async ({ playground, page }) => {
  await playground.open("award");
  await (await playground.cell("Student 1", "Sport")).click();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add student" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Remove Student 1", exact: true })).toBeFocused();
});

test("a block from a spreadsheet is pasted, new students with it, and taken back as one", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("B", "Student")).click();
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
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await names(playground)).toEqual(["A", "B"]);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a pasted block with one bad cell changes nothing and names the cell", async ({ playground, page }) => {
  await playground.open("weights");
  for (const bad of ["九十", "1e400", "", "abc"]) {
    await (await playground.cell("A", "Moral")).click();
    await playground.paste(`91\t81\n92\t${bad}\n93\t83`);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Row 2");
    await expect(alert).toContainText("Study");
    await expect(alert).toContainText(bad);
    await expect(alert).toContainText("The table stays as it was");
    expect(await scores(playground)).toEqual([
      [90, 80, 70],
      [98, 95, 87],
    ]);
    await alert.getByRole("button", { name: "Close" }).click();
  }
  await (await playground.cell("A", "Sport")).click();
  await playground.paste("1\t2\t3\t4");
  await expect(page.getByRole("alert")).toContainText("4 columns, at most 2");
  expect(await names(playground)).toEqual(["A", "B"]);
  await playground.expectNoBrokenNumber();
});

test("one value fills a selected block, a column fills its column, a web page's table is read", async ({
  playground,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  await (await playground.cell("B", "Study")).click({ modifiers: ["Shift"] });
  await playground.paste("77");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [77, 77, 70],
      [77, 77, 87],
    ]);
  await (await playground.cell("A", "Sport")).click();
  await playground.paste("61\n62\n63\n");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [77, 77, 61],
      [77, 77, 62],
      [77, 77, 63],
    ]);
  await (await playground.cell("A", "Moral")).click();
  await playground.paste("", "<table><tr><td>1</td><td><b>2</b></td></tr><tr><td>３</td><td>4</td></tr></table>");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [1, 2, 61],
      [3, 4, 62],
      [77, 77, 63],
    ]);
});

test("a block is copied and pasted by keys", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return clipboardData.getData("text/plain");
  });
  expect(copied).toBe("90\t80\n98\t95");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied 2 × 2 cells.")).toBeAttached();
});

test("Delete leaves targets to be predicted, and is refused for scores", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("B", "Total")).click();
  await page.keyboard.press("Delete");
  expect((await playground.experiment()).table.students[1]?.target).toBeNull();
  await expect(await playground.cell("A", "Total")).toHaveText("85");
  await (await playground.cell("B", "Moral")).click();
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("alert")).toContainText("B, Moral");
  expect((await scores(playground))[1]).toEqual([98, 95, 87]);
});

test("students are inserted and removed by keys", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("C");
  await page.keyboard.press("Enter");
  expect(await names(playground)).toEqual(["A", "C", "B"]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+Delete");
  expect(await names(playground)).toEqual(["A", "B"]);
});

test("a press on a column's name sorts by it, up and down, and undo brings the order back", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  const before = await names(playground);
  const sort = page.getByRole("button", { name: "Sort by Study" });
  await sort.click();
  const up = (await scores(playground)).map((row) => row[1] ?? 0);
  expect(up).toEqual(up.toSorted((a, b) => a - b));
  await expect(page.getByRole("columnheader", { name: "Study" })).toHaveAttribute("aria-sort", "ascending");
  await sort.click();
  const down = (await scores(playground)).map((row) => row[1] ?? 0);
  expect(down).toEqual(down.toSorted((a, b) => b - a));
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await names(playground)).toEqual(before);
});

test("pointing at a row points at the student", async ({ playground, page }) => {
  await playground.open("award");
  await playground.row("Student 3").hover();
  await expect(playground.row("Student 3")).toHaveClass(/pointed/);
  await page.mouse.move(900, 5);
  await expect(playground.row("Student 3")).not.toHaveClass(/pointed/);
  await (await playground.cell("Student 4", "Moral")).click();
  await expect(playground.row("Student 4")).toHaveAttribute("aria-selected", "true");
});

test("a thousand students: the row in focus is never lost, and only rows in sight are rendered", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", "Student")).click();
  const rows = Array.from(
    { length: 1000 },
    (_, i) => `s${i}\t${60 + (i % 40)}\t${60 + (i % 37)}\t80\t${70 + (i % 20)}`,
  );
  await playground.paste(rows.join("\n"));
  await expect(page.getByText("1000 of 1000 in training")).toBeVisible();
  await (await playground.cell("s0", "Moral")).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowLeft");
  await expect(playground.row("s999")).toBeInViewport();
  expect(await playground.grid.getByRole("row").count()).toBeLessThan(60);
  await (await playground.cell("s999", "Moral")).click();
  // The wheel leaves the focus behind; the next key goes on from there.
  await playground.row("s999").hover();
  await page.mouse.wheel(0, -40_000);
  await expect(playground.row("s1")).toBeInViewport();
  await page.keyboard.type("61");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[999]?.[0]).toBe(61);
});

test("ten thousand pasted rows work, thirty thousand are refused in words", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", "Moral")).click();
  await playground.paste("90\t80\t70\t85\n".repeat(10_000));
  await expect(page.getByText(/of 10,?000 in training/)).toBeVisible();
  await (await playground.cell("A", "Moral")).click();
  await playground.paste("90\t80\t70\t85\n".repeat(30_000));
  await expect(page.getByRole("alert")).toContainText("at most 20000");
  await playground.step.click();
  await playground.expectNoBrokenNumber();
});
