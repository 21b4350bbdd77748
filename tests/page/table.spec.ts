/** The table of students: what a learner changes there takes effect at once. */
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("editing a score changes the numbers", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.step.click();
  const before = await playground.frame();
  await playground.typeInto(await playground.cell("A", en.names.moral), "60");
  expect((await playground.experiment()).table.students[0]?.scores).toEqual([60, 80, 70]);
  // Another table is another problem: training starts anew.
  await expect(page.getByTestId("updates")).toHaveText("0");
  await playground.step.click();
  const after = await playground.frame();
  expect(after.predictions).not.toEqual(before.predictions);
});

test("a score is taken on leaving the field and given up on Escape", async ({ playground, page }) => {
  await playground.open("weights");
  const cell = await playground.cell("B", en.names.study);
  await cell.click();
  const score = page.getByRole("textbox", { name: en.data.cellOf("B", en.names.study) });
  await score.fill("50");
  await score.press("Escape");
  await expect(score).toHaveValue("95");
  await score.fill("91.5");
  await playground.step.focus();
  await expect(cell.getByRole("textbox")).toHaveValue("91.5");
  expect((await playground.experiment()).table.students[1]?.scores[1]).toBe(91.5);
});

test("a word or a monstrous number among scores is refused, and the old score stays", async ({ playground, page }) => {
  await playground.open("weights");
  const cell = await playground.cell("A", en.names.sport);
  for (const text of ["ninety", "NaN", "inf", "1e308", "1e400"]) {
    await playground.typeInto(cell, text);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("textbox", { name: en.data.cellOf("A", en.names.sport) })).toHaveValue("70");
    await expect(page.getByRole("textbox", { name: en.data.cellOf("A", en.names.sport) })).toBeFocused();
    expect((await playground.experiment()).table.students[0]?.scores[2]).toBe(70);
  }
  await playground.typeInto(cell, "71");
  await expect(page.getByRole("alert")).toBeHidden();
  await playground.expectNoBrokenNumber();
});

test("a student left out takes no part in training and is predicted all the same", async ({ playground, page }) => {
  await playground.open("weights");
  await page.getByRole("checkbox", { name: en.data.includeStudent("B") }).uncheck();
  await playground.atFullSpeed();
  await playground.play.click();
  // Trained on A alone, every weight ends near 0.355, and B is overrated.
  await playground.until(({ predictions }) => Math.abs((predictions[0] ?? 0) - 85) < 0.5, "A is learned");
  const { predictions } = await playground.frame();
  expect(Math.abs((predictions[1] ?? 0) - 99.4)).toBeLessThan(1);
  await expect(page.getByText(en.data.count(2, 1), { exact: true })).toBeVisible();
});

test("students are added and removed", async ({ playground, page }) => {
  await playground.open("weights");
  await page.getByRole("button", { name: en.data.add }).click();
  expect((await playground.experiment()).table.students).toHaveLength(3);
  // Its name is in focus and only waits to be typed.
  await expect(page.getByRole("textbox", { name: en.data.nameOf(en.names.student(3)) })).toBeFocused();
  await page.keyboard.type("小明");
  await page.keyboard.press("Enter");
  await expect(playground.row("小明")).toBeVisible();
  await page.getByRole("button", { name: en.data.removeStudent("小明") }).click();
  expect((await playground.experiment()).table.students.map((student) => student.name)).toEqual(["A", "B"]);
});

test("the last student with a target stays, with a reason", async ({ playground, page }) => {
  await playground.open("weights");
  await page.getByRole("button", { name: en.data.removeStudent("B") }).click();
  await playground.step.click();
  expect((await playground.frame()).updates).toBe(1);
  await page.getByRole("button", { name: en.data.removeStudent("A") }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect((await playground.experiment()).table.students).toHaveLength(1);
});

test("a student's award is switched, and back to unknown", async ({ playground, page }) => {
  await playground.open("award");
  await (await playground.cell(en.names.student(1), en.names.threeGood)).click();
  const target = page.getByRole("combobox", { name: en.data.cellOf(en.names.student(1), en.names.threeGood) });
  const before = (await playground.experiment()).table.students[0]?.target;
  await target.selectOption({ label: before === "是" ? en.names.no : en.names.yes });
  expect((await playground.experiment()).table.students[0]?.target).not.toBe(before);
  await target.selectOption({ label: en.data.toPredict });
  expect((await playground.experiment()).table.students[0]?.target).toBeNull();
  await expect(playground.boundary).toHaveAccessibleName(like(en.shared.outcomeClasses(ANY, ANY, 1)));
});

test("the example comes back", async ({ playground, page }) => {
  await playground.open("weights");
  await page.getByRole("button", { name: en.data.removeStudent("B") }).click();
  await page.getByRole("button", { name: en.data.example }).click();
  expect((await playground.experiment()).table.students).toHaveLength(2);
});

test("in a small window the first example needs no scrollbar, and errors of any size stand beside the prediction and not over it, where subjects pass under both", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    const over = (): Promise<number> => page.locator(".rail").evaluate((rail) => rail.scrollHeight - rail.clientHeight);
    await expect.poll(over, `${width} × ${height}`).toBeLessThanOrEqual(0);
  }
  const experiment = await playground.experiment();
  const { table } = experiment;
  table.subjects = [...table.subjects, "b", "c", "d", "e", "f"];
  for (const target of [9.99, 24.6, 124.6, 12460, 124600]) {
    table.students = table.students.map((student) => ({ ...student, scores: table.subjects.map(() => 80), target }));
    await page.evaluate((loaded) => window.sanhao?.load(loaded), experiment);
    const cells = playground.grid.locator('tr[data-row="1"]');
    await expect(cells.locator(".error .number")).toHaveText(/^−/);
    const room = async (): Promise<number> => {
      const prediction = await cells.locator(".prediction .number").boundingBox();
      const error = await cells.locator("td.error").boundingBox();
      return (error?.x ?? 0) - ((prediction?.x ?? 0) + (prediction?.width ?? 0));
    };
    await expect.poll(room, `an error of ${target}`).toBeGreaterThanOrEqual(0);
  }
});

test("in a small window three students are in sight, and no name of a class lies under the prediction", async ({
  playground,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.open("honours");
  await expect(playground.row(en.names.student(3))).toBeInViewport({ ratio: 0.9 });
  const classes = page.getByRole("group", { name: en.data.classes, exact: true });
  await expect(classes).toBeHidden();
  const fold = page.getByRole("button", { name: `${en.data.subjects}${en.comma}${en.data.classes}`, exact: true });
  await fold.click();
  await expect(classes.getByText(en.data.class, { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(playground.row(en.names.student(1))).toBeInViewport({ ratio: 0.9 });
  await fold.click();
  await playground.train(100);
  const hidden = (): Promise<number> =>
    playground.grid.evaluate((grid) => grid.getBoundingClientRect().width - (grid.parentElement?.clientWidth ?? 0));
  expect(await hidden()).toBeLessThanOrEqual(0);
  const target = await playground.cell(en.names.student(1), en.names.honour);
  const prediction = await playground.cell(en.names.student(1), en.data.prediction);
  const [name, said] = [await target.locator(".cut").boundingBox(), await prediction.boundingBox()];
  expect((name?.x ?? 0) + (name?.width ?? Number.NaN)).toBeLessThanOrEqual(said?.x ?? 0);
  // By its number alone a student is told from the others.
  await playground.grid.evaluate((grid) => grid.parentElement?.scrollTo({ top: grid.scrollHeight }));
  const student = playground.row(en.names.student(90)).locator("th .text");
  expect(await student.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
  expect(await hidden()).toBeLessThanOrEqual(0);
  // In a large window the whole model is in sight as well.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(page.getByText(en.model.more, { exact: true })).toBeInViewport({ ratio: 1 });
  await playground.choose("layers");
  await expect(page.getByText(en.model.more, { exact: true })).toBeInViewport({ ratio: 1 });
});

test("with twelve classes and long names, no number is cut in the table or in a miniature, and no title in the equations", async ({
  playground,
  page,
}) => {
  await playground.open("honours");
  await page.setViewportSize({ width: 1366, height: 768 });
  const experiment = await playground.experiment();
  const { table } = experiment;
  const long = "long".repeat(50);
  table.classes = Array.from({ length: 12 }, (_, at) => `Class ${at}`);
  table.subjects = table.subjects.map((subject, at) => (at === 0 ? long : subject));
  table.students = [{ name: "A", scores: table.subjects.map(() => 80), target: "Class 3", included: true }];
  await page.evaluate((loaded) => {
    window.sanhao?.load(loaded, { stage: ["arithmetic"] });
    window.sanhao?.step(50);
  }, experiment);
  const right = async (selector: string): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox();
    return box === null ? Number.NaN : box.x + box.width;
  };
  await expect(playground.grid.locator(".share").first()).toHaveText(/%$/);
  const room = async (part: string, whole: string): Promise<number> => (await right(whole)) - (await right(part));
  await expect.poll(() => room(".prediction .share", "td.prediction"), "the share").toBeGreaterThanOrEqual(0);
  await expect.poll(() => room(".miniature td.number", ".miniature:has(td.number)"), "a weight").toBeGreaterThan(0);
  const picture = page.getByRole("article", { name: en.titles.arithmetic });
  await expect(picture.getByRole("columnheader", { name: `${long.slice(0, 24)}…`, exact: true })).toBeAttached();
});
