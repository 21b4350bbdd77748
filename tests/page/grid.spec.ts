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
  expect(await playground.copied()).toBe("90\t80\n98\t95");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("Copied 2 × 2 cells.")).toBeAttached();
  await (await playground.cell("A", "Study")).click();
  await page.keyboard.press("Control+v");
  await expect
    .poll(() => scores(playground))
    .toEqual([
      [90, 90, 80],
      [98, 98, 95],
    ]);
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
  await expect(page.getByRole("columnheader", { name: "Study" })).toHaveAttribute("aria-sort", "ascending");
  const up = (await scores(playground)).map((row) => row[1] ?? 0);
  expect(up).toEqual(up.toSorted((a, b) => a - b));
  await sort.click();
  await expect(page.getByRole("columnheader", { name: "Study" })).toHaveAttribute("aria-sort", "descending");
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

test("subjects are added, renamed and removed, an irrelevant and a missing one by one press each", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const subjects = async (): Promise<string[]> => (await playground.experiment()).table.subjects;
  await page.getByRole("button", { name: "Irrelevant subject" }).click();
  await expect.poll(subjects).toEqual(["德育", "智育", "体育", "Luck"]);
  const drawn = (await scores(playground)).map((row) => row[3] ?? 0);
  expect(drawn.every((score) => score >= 60 && score <= 100)).toBe(true);
  await expect(await playground.cell("A", "Luck")).toHaveText(String(drawn[0]));
  await page.getByRole("button", { name: "Remove the subject Sport" }).click();
  await expect.poll(subjects).toEqual(["德育", "智育", "Luck"]);
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await subjects()).toEqual(["德育", "智育", "体育", "Luck"]);

  // A new one waits for its name.
  await page.getByRole("button", { name: "Subject", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Name of the subject" })).toBeFocused();
  await page.keyboard.type("Art");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Art" })).toBeVisible();
  expect((await scores(playground)).map((row) => row[4])).toEqual([80, 80]);
  await page.getByRole("button", { name: "Change Art" }).click();
  await expect(page.getByRole("textbox", { name: "Name of the subject" })).toBeFocused();
  await page.keyboard.type("Luck");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("twice");
  expect((await subjects()).at(-1)).toBe("Art");
  await page.keyboard.press("Escape");
  for (let count = 5; count < 8; count += 1) await page.getByRole("button", { name: "Irrelevant subject" }).click();
  await expect.poll(subjects).toHaveLength(8);
  await playground.step.click();
  await playground.expectNoBrokenNumber();
});

test("a subject is renamed while training goes on", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.step.click();
  await page.getByRole("button", { name: "Change Study" }).click();
  await expect(page.getByRole("textbox", { name: "Name of the subject" })).toBeFocused();
  await page.keyboard.type("Maths");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Maths" })).toBeVisible();
  await expect(page.getByTestId("updates")).toHaveText("1");
});

test("classes are added, renamed, coloured and removed", async ({ playground, page }) => {
  await playground.open("honours");
  const classes = async (): Promise<string[]> => (await playground.experiment()).table.classes;
  const before = await classes();
  await page.getByRole("button", { name: "Class", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Name of the class" })).toBeFocused();
  await page.keyboard.type("Star");
  await page.keyboard.press("Enter");
  expect(await classes()).toEqual([...before, "Star"]);
  await (await playground.cell("Student 1", "Honour")).click();
  await page.getByRole("combobox", { name: "Student 1, Honour" }).selectOption("Star");
  await page.getByRole("button", { name: "Change Star" }).click();
  await page.getByRole("radio", { name: "red", exact: true }).check();
  const hue = (name: string): Promise<string> =>
    page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token), name);
  expect(await hue("--class-3")).toBe(await hue("--hue-7"));
  await page.getByRole("textbox", { name: "Name of the class" }).fill("Sun");
  await page.keyboard.press("Enter");
  expect((await playground.experiment()).table.students[0]?.target).toBe("Sun");
  expect(await hue("--class-3")).toBe(await hue("--hue-7"));
  await page.getByRole("button", { name: "Remove the class Sun" }).click();
  await expect.poll(classes).toEqual(before);
  expect((await playground.experiment()).table.students[0]?.target).toBeNull();
});

test("the last subject and the last two classes stay, with a reason", async ({ playground, page }) => {
  await playground.open("layers");
  await page.getByRole("button", { name: "Remove the subject Study" }).click();
  await expect(page.getByRole("button", { name: "Remove the subject Study" })).toBeHidden();
  await page.getByRole("button", { name: "Remove the subject Sport" }).click();
  await expect(page.getByRole("alert")).toContainText("at least 1");
  await page.getByRole("button", { name: "Remove the class Yes" }).click();
  await expect(page.getByRole("alert")).toContainText("at least 2");
  const { table } = await playground.experiment();
  expect([table.subjects.length, table.classes.length]).toEqual([1, 2]);
});

test("every row shows its error and how it pulls each weight", async ({ playground }) => {
  await playground.open("weights");
  await playground.train(2);
  const { errors } = await playground.frame();
  const error = await playground.cell("A", "Error");
  await expect(error).toHaveText((errors[0] ?? 0).toFixed(2).replace("-", "−"));
  // Both totals are predicted too low: every score pulls its weight up.
  await (await playground.cell("A", "Moral")).hover();
  await expect(await playground.cell("A", "Moral")).toHaveAttribute("title", "pulls the weight of Moral up");
  await playground.open("honours");
  await playground.train(100);
  await playground.row("Student 2").hover();
  const said = (await playground.cell("Student 2", "Prediction")).locator("[title]").first();
  await expect(said).toHaveAttribute("title", /Ordinary .*%, Two-good .*%, Three-good .*%/);
  await playground.expectNoBrokenNumber();
});

test("a Chinese name typed by an input method replaces the cell from its first letter on", async ({
  playground,
  page,
  browserName,
}) => {
  await playground.open("weights");
  await (await playground.cell("A", "Student")).click();
  if (browserName === "chromium") {
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "x", selectionStart: 1, selectionEnd: 1 });
    await session.send("Input.imeSetComposition", { text: "xiao", selectionStart: 4, selectionEnd: 4 });
    await session.send("Input.insertText", { text: "小明" });
  } else {
    await page.keyboard.insertText("小明");
  }
  await expect(page.getByRole("textbox", { name: "Name of A" })).toHaveValue("小明");
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
  await (await playground.cell("s0", "Moral")).click();
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
  await expect(page.getByRole("textbox", { name: "s30, Moral" })).toBeFocused();
  // Whatever looks at every student would take twenty times as long; the pictures' marks are some of it.
  expect(many / few).toBeLessThan(6);
});

test("a tap selects, a second one edits", async ({ playground, page }) => {
  await playground.open("weights");
  const cell = await playground.cell("B", "Moral");
  const tap = async (): Promise<void> => {
    await cell.dispatchEvent("pointerdown", { pointerType: "touch" });
    for (const type of ["mousedown", "mouseup", "click"]) await cell.dispatchEvent(type, { detail: 1 });
  };
  await tap();
  const field = page.getByRole("textbox", { name: "B, Moral" });
  await expect(field).toBeFocused();
  // No keyboard comes up before the cell is to be edited.
  await expect(field).toHaveAttribute("inputmode", "none");
  await tap();
  await expect(field).toHaveAttribute("inputmode", "decimal");
  await page.keyboard.type(".5");
  await page.keyboard.press("Enter");
  expect((await scores(playground))[1]?.[0]).toBe(98.5);
});
