/** The table as a grid: moved in, typed in, sorted, by keys, mouse, input method and finger. */
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

const scores = async (playground: Playground): Promise<(number | null)[][]> =>
  (await playground.experiment()).table.students.map((student) => student.scores);
const names = async (playground: Playground): Promise<string[]> =>
  (await playground.experiment()).table.students.map(({ name }) => name);

test("arrows, Tab and Enter go from cell to cell, and typing replaces", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  await page.keyboard.type("91");
  await page.keyboard.press("Tab");
  await page.keyboard.type("81");
  await page.keyboard.press("Tab");
  await page.keyboard.type("71");
  // Enter goes back under the cell where the row was begun.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: en.data.cellOf("B", en.names.moral) })).toBeFocused();
  await page.keyboard.type("99");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: en.data.cellOf("B", en.names.study) })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("checkbox", { name: en.data.includeStudent("B") })).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(page.getByRole("checkbox", { name: en.data.includeStudent("A") })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("textbox", { name: en.data.nameOf("A") })).toBeFocused();
  expect(await scores(playground)).toEqual([
    [91, 81, 71],
    [99, 95, 87],
  ]);
});

test("F2 and a double click edit what is there, Escape gives up", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
  const field = page.getByRole("textbox", { name: en.data.cellOf("A", en.names.moral) });
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("5");
  await expect(field).toHaveValue("950");
  await page.keyboard.press("Escape");
  await expect(field).toHaveValue("90");
  await (await playground.cell("B", en.names.sport)).dblclick();
  await page.keyboard.type(".5");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[1]).toEqual([98, 95, 87.5]);
});

test("the table is left by Tab at a row's end, by keyboard alone", async ({ playground, page }) => {
  await playground.open("award");
  await (await playground.cell(en.names.student(1), en.names.sport)).click();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: en.data.add })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(
    page.getByRole("button", { name: en.data.removeStudent(en.names.student(1)), exact: true }),
  ).toBeFocused();
});

test("Delete leaves targets to be predicted and scores missing, and undo brings them back", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("B", en.names.total)).click();
  await page.keyboard.press("Delete");
  expect((await playground.experiment()).table.students[1]?.target).toBeNull();
  await expect(await playground.cell("A", en.names.total)).toHaveText("85");
  await (await playground.cell("B", en.names.moral)).click();
  await page.keyboard.press("Backspace");
  expect((await scores(playground))[1]).toEqual([null, 95, 87]);
  await page.keyboard.press("Control+z");
  expect((await scores(playground))[1]).toEqual([98, 95, 87]);
});

test("students are inserted and removed by keys", async ({ playground, page }) => {
  await playground.open("weights");
  await (await playground.cell("A", en.names.moral)).click();
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
  const sort = page.getByRole("button", { name: en.data.sortBy(en.names.study) });
  await sort.click();
  await expect(page.getByRole("columnheader", { name: en.names.study })).toHaveAttribute("aria-sort", "ascending");
  const up = (await scores(playground)).map((row) => row[1] ?? 0);
  expect(up).toEqual(up.toSorted((a, b) => a - b));
  await sort.click();
  await expect(page.getByRole("columnheader", { name: en.names.study })).toHaveAttribute("aria-sort", "descending");
  const down = (await scores(playground)).map((row) => row[1] ?? 0);
  expect(down).toEqual(down.toSorted((a, b) => b - a));
  await page.getByRole("button", { name: en.data.undo }).click();
  await page.getByRole("button", { name: en.data.undo }).click();
  expect(await names(playground)).toEqual(before);
});

test("pointing at a row points at the student", async ({ playground, page }) => {
  await playground.open("award");
  await playground.row(en.names.student(3)).hover();
  await expect(playground.row(en.names.student(3))).toHaveClass(/pointed/);
  await page.mouse.move(900, 5);
  await expect(playground.row(en.names.student(3))).not.toHaveClass(/pointed/);
  await (await playground.cell(en.names.student(4), en.names.moral)).click();
  await expect(playground.row(en.names.student(4))).toHaveAttribute("aria-selected", "true");
});

test("a thousand students: the row in focus is never lost, and only rows in sight are rendered", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", en.data.name)).click();
  const rows = Array.from(
    { length: 1000 },
    (_, i) => `s${i}\t${60 + (i % 40)}\t${60 + (i % 37)}\t80\t${70 + (i % 20)}`,
  );
  await playground.paste(rows.join("\n"));
  await expect(page.getByText(en.data.count(1000, 1000), { exact: true })).toBeVisible();
  await (await playground.cell("s0", en.names.moral)).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowLeft");
  await expect(playground.row("s999")).toBeInViewport();
  expect(await playground.grid.getByRole("row").count()).toBeLessThan(60);
  await (await playground.cell("s999", en.names.moral)).click();
  // Scrolling leaves the focus behind; the next key goes on from there.
  await playground.grid.evaluate((grid) => grid.parentElement?.scrollTo({ top: 0 }));
  await expect(playground.row("s1")).toBeInViewport();
  await page.keyboard.type("61");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[999]?.[0]).toBe(61);
});

test("every row shows its error and how it pulls each weight", async ({ playground }) => {
  await playground.open("weights");
  await playground.train(2);
  const { errors } = await playground.frame();
  const error = await playground.cell("A", en.data.error);
  await expect(error).toHaveText((errors[0] ?? 0).toFixed(2).replace("-", "−"));
  // Both totals are predicted too low: every score pulls its weight up.
  await (await playground.cell("A", en.names.moral)).hover();
  await expect(await playground.cell("A", en.names.moral)).toHaveAttribute("title", en.data.pullsUp(en.names.moral));
  await playground.open("honours");
  await playground.train(100);
  await playground.row(en.names.student(2)).hover();
  const said = (await playground.cell(en.names.student(2), en.data.prediction)).locator("[title]").first();
  await expect(said).toHaveAttribute(
    "title",
    like(`${en.names.ordinary} ${ANY}%, ${en.names.twoGood} ${ANY}%, ${en.names.threeGood} ${ANY}%`),
  );
  await playground.expectNoBrokenNumber();
});

test("a Chinese name typed by an input method replaces the cell from its first letter on", { tag: "@engine" }, async ({
  playground,
  page,
  browserName,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", en.data.name)).click();
  if (browserName === "chromium") {
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "x", selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.imeSetComposition", { text: "xiao", selectionStart: 4, selectionEnd: 4 });
    await session.send("Input.insertText", { text: "小明" });
  } else {
    await page.keyboard.insertText("小明");
  }
  await expect(page.getByRole("textbox", { name: en.data.nameOf("A") })).toHaveValue("小明");
  await page.keyboard.press("Enter");
  await expect.poll(() => names(playground)).toEqual(["小明", "B"]);
});

/** The middle time, in milliseconds, that the page takes for a press of the down arrow in a table of so many students. */
async function timeOfMove(playground: Playground, students: number): Promise<number> {
  await playground.change(({ table }) => {
    table.students = Array.from({ length: students }, (_, i) => ({
      name: `s${i}`,
      scores: [60 + (i % 40), 60 + (i % 37), 60 + (i % 31)],
      target: 60 + (i % 40),
      included: true,
    }));
  });
  await playground.page.keyboard.press("Control+Home");
  await (await playground.cell("s0", en.names.moral)).click();
  return playground.page.evaluate(() => {
    const times = Array.from({ length: 30 }, () => {
      const begun = performance.now();
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      return performance.now() - begun;
    });
    return times.toSorted((a, b) => a - b)[15] ?? Number.NaN;
  });
}

test("moving among a thousand students takes no longer than among fifty", async ({ playground, page }) => {
  await playground.open("weights");
  const few = await timeOfMove(playground, 50);
  const many = await timeOfMove(playground, 1000);
  await expect(page.getByRole("textbox", { name: en.data.cellOf("s30", en.names.moral) })).toBeFocused();
  // Whatever looks at every student would take twenty times as long; the pictures' marks are some of it.
  expect(many / few).toBeLessThan(6);
});

test("a tap selects, a second one edits", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  const cell = await playground.cell("B", en.names.moral);
  const tap = async (): Promise<void> => {
    await cell.dispatchEvent("pointerdown", { pointerType: "touch" });
    for (const type of ["mousedown", "mouseup", "click"]) await cell.dispatchEvent(type, { detail: 1 });
  };
  await tap();
  const field = page.getByRole("textbox", { name: en.data.cellOf("B", en.names.moral) });
  await expect(field).toBeFocused();
  // No keyboard comes up before the cell is to be edited.
  await expect(field).toHaveAttribute("inputmode", "none");
  await tap();
  await expect(field).toHaveAttribute("inputmode", "decimal");
  await page.keyboard.type(".5");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[1]?.[0]).toBe(98.5);
});
