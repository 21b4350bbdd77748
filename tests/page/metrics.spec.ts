/** The metrics, against the same numbers computed here from the predictions. */
import { expect, test } from "./playground";
import { en } from "./words";

test("how far totals are off is read as numbers", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.openPicture("metrics");
  await playground.train(200);
  const { predictions } = await playground.frame();
  const { table } = await playground.experiment();
  const targets = table.students.map(({ target }) => Number(target));
  const errors = targets.map((target, row) => (predictions[row] ?? 0) - target);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value) / values.length;
  const middle = mean(targets);
  const squares = errors.map((error) => error ** 2);
  const card = page.getByRole("article", { name: en.titles.metrics });
  const row = (name: string) => card.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row(en.metrics.students)).toContainText(String(targets.length));
  // Three digits: more are shown, but the test's sums are in another order.
  const shown = async (name: string): Promise<number> =>
    Number((await row(name).getByRole("cell").textContent())?.replace("−", "-"));
  await expect.poll(() => shown(en.metrics.meanAbsoluteError)).toBeCloseTo(mean(errors.map(Math.abs)), 3);
  expect(await shown(en.metrics.rootMeanSquareError)).toBeCloseTo(Math.sqrt(mean(squares)), 3);
  expect(await shown(en.metrics.largestError)).toBeCloseTo(Math.max(...errors.map(Math.abs)), 3);
  expect(await shown(en.metrics.r2)).toBeCloseTo(
    1 - mean(squares) / mean(targets.map((target) => (target - middle) ** 2)),
    2,
  );
  // Of two students nobody can be held out.
  await expect(card.getByText(en.metrics.tooFew(5))).toBeVisible();
  await expect(card.getByRole("button", { name: en.metrics.holdOut })).toBeHidden();
  await playground.expectNoBrokenNumber();
});

test("the confusion matrix names the classes and counts who is taken for what", async ({ playground, page }) => {
  await playground.open("honours");
  await playground.openPicture("metrics");
  await playground.train(60);
  const { classes: said } = await playground.frame();
  const { table } = await playground.experiment();
  const matrix = page.getByRole("table", { name: en.metrics.confusion(en.metrics.training) });
  for (const name of [en.names.ordinary, en.names.twoGood, en.names.threeGood]) {
    await expect(matrix.getByRole("columnheader", { name, exact: true })).toBeAttached();
  }
  for (const [school, name] of [en.names.ordinary, en.names.twoGood, en.names.threeGood].entries()) {
    const counts = table.classes.map(
      (_, machine) =>
        table.students.filter(({ target }, row) => target === table.classes[school] && said[row] === machine).length,
    );
    const sum = counts.reduce((total, count) => total + count);
    const row = matrix.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
    await expect(row.nth(0)).toHaveText(String(counts[0]));
    await expect(row.nth(1)).toHaveText(String(counts[1]));
    await expect(row.nth(2)).toHaveText(String(counts[2]));
    // Recall: the part of the class that is found.
    const recall = (100 * (counts[school] ?? 0)) / sum;
    if (Number.isInteger(recall)) await expect(row.nth(3)).toHaveText(`${recall}%`);
  }
  await playground.expectNoBrokenNumber();
});

test("two classes have an area under the curve, the chance that a yes is ranked over a no", async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await playground.openPicture("metrics");
  await playground.train(3);
  const { predictions } = await playground.frame();
  const { table } = await playground.experiment();
  const of = (name: string | undefined): number[] =>
    table.students.flatMap(({ target }, row) => (target === name ? [predictions[row] ?? 0] : []));
  const [no, yes] = [of(table.classes[0]), of(table.classes[1])];
  const wins = yes.flatMap((a) => no.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  const auc = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
  const row = page.getByRole("article", { name: en.titles.metrics }).getByRole("row", { name: en.metrics.auc });
  await expect(row.getByRole("cell")).toHaveText(auc.toFixed(3));
});

test("students are held out at a click, and judged apart", async ({ playground, page }) => {
  await playground.open("award");
  await playground.openPicture("metrics");
  const card = page.getByRole("article", { name: en.titles.metrics });
  await expect(card.getByRole("columnheader", { name: en.metrics.heldOut })).toBeHidden();
  await card.getByRole("button", { name: en.metrics.holdOut }).click();
  expect((await playground.experiment()).training.test_fraction).toBe(0.2);
  await expect(card.getByRole("columnheader", { name: en.metrics.heldOut })).toBeVisible();
  await playground.train(100);
  const students = card.getByRole("row", { name: new RegExp(`^${en.metrics.students}`) }).getByRole("cell");
  const counts = await students.allTextContents();
  const { table } = await playground.experiment();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(table.students.length);
  await expect(page.getByRole("table", { name: en.metrics.confusion(en.metrics.heldOut) })).toBeVisible();
});
