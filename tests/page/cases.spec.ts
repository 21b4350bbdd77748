/** Each case trains to its goal, as a learner would let it. */
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("case 1 finds weights that give both totals within half a point", { tag: "@engine" }, async ({ playground }) => {
  await playground.open("weights");
  await playground.atFullSpeed();
  await playground.play.click();
  await playground.until(({ loss }) => loss < 0.5, "loss under 0.5 point");
  const { predictions } = await playground.frame();
  expect(Math.abs((predictions[0] ?? 0) - 85)).toBeLessThan(1);
  expect(Math.abs((predictions[1] ?? 0) - 96)).toBeLessThan(1);
});

test("case 2 finds who gets the award, and the pass mark", async ({ playground }) => {
  await playground.open("award");
  await playground.atFullSpeed();
  await playground.play.click();
  await playground.until(({ accuracy }) => accuracy === 1, "every training student right");
  // The school's own is 95, and nobody stands within half a point of it.
  const { threshold } = await playground.frame();
  expect(Math.abs(threshold - 95)).toBeLessThan(2);
  await playground.openPicture("weights");
  await expect(playground.page.getByRole("article").getByText(en.weights.threshold)).toBeVisible();
});

test("case 3 tells three honours apart and predicts the students without one", async ({ playground }) => {
  await playground.open("honours");
  await playground.atFullSpeed();
  await playground.play.click();
  await playground.until(({ accuracy }) => accuracy === 1, "every training student right");
  await expect(playground.boundary).toHaveAccessibleName(like(en.shared.outcomeClasses(ANY, 0, 12)));
});

test("case 4 bends a line around students excellent in exactly one subject", { tag: "@engine" }, async ({
  playground,
}) => {
  await playground.open("layers");
  await playground.atFullSpeed();
  await playground.play.click();
  await playground.until(({ accuracy }) => accuracy > 0.95, "over 95 % right");
});

test("a case is found again as it was left", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.setRate("0.01");
  await playground.choose("award");
  await expect(playground.rate).toHaveValue("0.1");
  await playground.choose("weights");
  await expect(playground.rate).toHaveValue("0.01");
  await expect(page.getByRole("button", { name: new RegExp(`1 ${en.cases.names.weights}`) })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a case stays itself when its model changes, and no other case's table is lost", async ({ playground, page }) => {
  await playground.open("award");
  await page
    .getByRole("checkbox", { name: en.data.includeStudent(en.names.student(1)) })
    .first()
    .click();
  await playground.choose("layers");
  await page.getByRole("button", { name: en.model.removeLayer(1) }).click();
  await expect(page.getByRole("button", { name: new RegExp(`4 ${en.cases.names.layers}`) })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByText(en.cases.tasks.layers)).toBeVisible();
  expect((await playground.experiment()).table.students).toHaveLength(120);
  await playground.choose("award");
  const { students } = (await playground.experiment()).table;
  expect(students).toHaveLength(80);
  expect(students[0]?.included).toBe(false);
});
