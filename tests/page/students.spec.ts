/** One student in the table and in every picture: pointed at, filtered, edited. */
import { expect, test, testOnOwnPage } from "./playground";
import { ANY, en, like, titleIn } from "./words";

for (const [preset, other, reach] of [
  ["award", "curve", en.curve.reach],
  ["honours", "triangle", en.triangle.students],
] as const) {
  test(`a student of ${preset} is marked in both pictures that are compared, wherever it is pointed at`, async ({
    playground,
    page,
  }) => {
    await playground.open(preset);
    await playground.train(200);
    await page.getByRole("button", { name: en.stage.compare }).click();
    const experiment = await playground.experiment();
    const article = (name: "boundary" | typeof other) =>
      page.getByRole("article", { name: titleIn(experiment, name), exact: true });
    const marked = (name: "boundary" | typeof other) => article(name).locator('svg.layer circle[r="12"]');
    const expectMarked = async (count: number): Promise<void> => {
      await expect(marked("boundary")).toHaveCount(count);
      await expect(marked(other)).toHaveCount(count);
    };
    await expect(article(other)).toBeVisible();
    await expectMarked(0);
    // From the second picture to the first and the table, by keys; chosen, the student stays marked.
    await article(other).getByLabel(reach).focus();
    await page.keyboard.press("ArrowRight");
    await expectMarked(1);
    await page.keyboard.press("Enter");
    await article(other).getByLabel(reach).blur();
    await page.mouse.move(1, 1);
    await expectMarked(1);
    await expect(playground.grid.locator('tr[aria-selected="true"]')).toHaveCount(1);
    // And from the first to the second.
    await article("boundary").getByLabel(en.boundary.reach).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expectMarked(2);
  });
}

test("the students to be predicted are listed alone, by keyboard, with their predicted classes", async ({
  playground,
  page,
}) => {
  await playground.open("honours");
  await playground.train(300);
  const { students } = (await playground.experiment()).table;
  const unlabelled = students.flatMap(({ target }, row) => (target === null ? [row] : []));
  const filter = page.getByRole("switch", { name: en.data.unlabelledOnly(unlabelled.length) });
  await filter.focus();
  await page.keyboard.press("Space");
  await expect(filter).toBeChecked();
  const rows = playground.grid.locator("tbody tr[data-row]");
  await expect(rows).toHaveCount(unlabelled.length);
  // Numbered as in the whole table.
  await expect(rows.nth(1)).toHaveAttribute("aria-rowindex", String((unlabelled[1] ?? 0) + 2));
  const list = page.getByRole("list", { name: en.shared.unlabelledStudents(unlabelled.length) });
  await expect(list.getByRole("listitem")).toHaveCount(unlabelled.length);
  const { classes } = await playground.frame();
  const named = [en.names.ordinary, en.names.twoGood, en.names.threeGood][classes[unlabelled[0] ?? 0] ?? 0] ?? "";
  await expect(list.getByRole("listitem").first()).toContainText(named);
  await expect(rows.first()).toContainText(named);
  // Nobody trains on an unknown result, and a press changes nothing.
  const training = rows.first().getByRole("checkbox");
  await training.click({ force: true });
  await expect(training).not.toBeChecked();
  // One who is given a class stays until another row is edited.
  await rows.first().getByRole("rowheader").click();
  await page.keyboard.press("End");
  for (let column = 0; column < 2; column += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("o");
  await expect
    .poll(async () => (await playground.experiment()).table.students[unlabelled[0] ?? 0]?.target)
    .not.toBeNull();
  await expect(training).toBeChecked();
  await expect(rows).toHaveCount(unlabelled.length);
  await page.keyboard.press("ArrowDown");
  await expect(rows).toHaveCount(unlabelled.length - 1);
  await expect(rows.first()).toHaveAttribute("data-row", String(unlabelled[1]));
});

testOnOwnPage(
  "an edit of a score shows which weights it pulls until the next step, without motion where none is wanted",
  async ({ playground, page, browserName }) => {
    testOnOwnPage.skip(browserName !== "chromium", "stock Firefox cannot be told that motion is unwelcome");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await playground.open();
    await playground.change(({ training }) => {
      training.loss = { kind: "squared" };
      training.optimizer = { kind: "sgd" };
      training.learning_rate = 0.00001;
    });
    const arrows = page.locator("article.perceptron text.pull");
    const study = page.getByRole("columnheader").nth(3);
    await playground.typeInto(await playground.cell("A", (await study.getAttribute("aria-label")) ?? ""), "90");
    await expect(arrows).toHaveText(["▲"]);
    await expect(arrows).toHaveCSS("animation-name", "none");
    const said = en.shared.editPulls("A", [(await study.getAttribute("aria-label")) ?? ""], []);
    await expect(page.locator("article.perceptron")).toContainText(said);
    await playground.step.click();
    await expect(arrows).toHaveCount(0);
    await expect(page.locator("article.perceptron")).not.toContainText(like(en.shared.editPulls(ANY, [], [])));
  },
);
