/** Runs that differ in one thing, raced on one clock. */
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";
import { ANY, en, like, zh } from "./words";

test("four learning rates race, and their past is one", async ({ page, playground }) => {
  await playground.open("award");
  await playground.openPicture("race");
  await playground.atFullSpeed();
  const race = page.getByRole("article", { name: en.titles.race });
  await race.getByRole("button", { name: en.race.start }).click();
  const past = race.getByRole("slider", { name: en.race.past });
  await expect.poll(async () => Number(await past.getAttribute("max"))).toBeGreaterThan(200);
  await race.getByRole("button", { name: en.race.pause }).click();
  await expect(race.getByRole("row")).toHaveCount(5);
  const rows = race.locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(4);
  // The table is written ten times a second: the last step is in it a moment later.
  const [steps = ""] = /[\d,]*\d/.exec((await past.getAttribute("aria-valuetext")) ?? "") ?? [];
  await expect(rows.first()).toContainText(steps);
  const last = await rows.allTextContents();
  await past.press("Home");
  await expect(rows.first()).toContainText("0.6931");
  await past.press("End");
  await expect.poll(() => rows.allTextContents()).toEqual(last);
  await expect(race.getByRole("img", { name: like(en.race.boundary(ANY)) })).toHaveCount(4);
  // Another name begins no other race.
  const furthest = await past.getAttribute("max");
  await playground.typeInto(playground.grid.getByRole("rowheader").first(), "Renamed");
  await expect(playground.row("Renamed")).toBeVisible();
  await expect(past).toHaveAttribute("max", furthest ?? "");
  await expect.poll(() => rows.allTextContents()).toEqual(last);
  await expectAccessible(page, { parts: [".race"] });
});

test("every difference can be raced, runs that diverge stand still, and a change of the data begins anew", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("race");
  await playground.atFullSpeed();
  const race = page.getByRole("article", { name: en.titles.race });
  await playground.change(({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" }, batch_size: null });
    training.learning_rate = 1;
  });
  await race.getByRole("button", { name: en.race.start }).click();
  await expect(race.getByRole("row", { name: en.race.diverged })).toHaveCount(4);
  await expect(race.getByRole("button", { name: en.race.start })).toBeVisible();
  await playground.expectNoBrokenNumber();
  for (const difference of ["optimizer", "scaling", "batch_size", "depth"] as const) {
    await race.getByRole("combobox", { name: en.race.by }).selectOption(en.race.differences[difference]);
    await race.getByRole("button", { name: en.race.start }).click();
    await expect.poll(async () => Number(await race.getByRole("slider").last().getAttribute("max"))).toBeGreaterThan(0);
    await playground.expectNoBrokenNumber();
  }
  await playground.change(({ table }) => {
    table.students.pop();
  });
  await expect(race.getByRole("button", { name: en.race.start })).toBeVisible();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("article", { name: zh.titles.race })).toContainText(zh.race.caption);
});

test("a person chooses what is raced, and the ways of all runs are in one picture", async ({ page, playground }) => {
  await playground.open();
  await playground.openPicture("race");
  await playground.atFullSpeed();
  const race = page.getByRole("article", { name: en.titles.race });
  const lane = (run: number) =>
    race.getByRole("textbox", { name: en.race.lane(run, en.race.differences.learning_rate) });
  await lane(2).fill("0.5");
  await lane(2).press("Enter");
  await expect(race.getByRole("figure").filter({ hasText: "0.5" }).first()).toBeVisible();
  // What is no rate is said where it was typed, and the lane stays as it was.
  await lane(3).fill("-1");
  await lane(3).press("Enter");
  await expect(race.getByRole("alert")).toContainText("−1");
  await lane(3).fill("abc");
  await lane(3).press("Enter");
  await expect(race.getByRole("alert")).toContainText(`${en.refusal.lane(3)}"abc"`);
  await race.getByRole("button", { name: en.race.remove(4) }).click();
  await race.getByRole("button", { name: en.race.remove(3) }).click();
  await expect(race.getByRole("img", { name: like(en.race.boundary(ANY)) })).toHaveCount(2);
  await race.getByRole("button", { name: en.race.start }).click();
  const ways = race.getByRole("img", { name: like(en.race.paths(en.race.weightOf(en.names.moral), ANY)) });
  await expect(ways).toBeVisible();
  await race.getByRole("button", { name: en.race.pause }).click();
  await race.getByRole("combobox", { name: en.race.by }).selectOption(en.race.differences.optimizer);
  await race
    .getByRole("combobox", { name: en.race.lane(4, en.race.differences.optimizer) })
    .selectOption(en.options.optimizers.nesterov);
  await expect(race.getByRole("figure").filter({ hasText: en.options.optimizers.nesterov }).first()).toBeVisible();
  await race.getByRole("combobox", { name: en.race.by }).selectOption(en.race.differences.batch_size);
  const batch = race.getByRole("textbox", { name: en.race.lane(1, en.race.differences.batch_size) });
  await batch.fill("2");
  await batch.press("Enter");
  await race.getByRole("button", { name: en.race.add }).click();
  await expect(race.locator("tbody").getByRole("row")).toHaveCount(3);
  // What was chosen for the first difference is there again.
  await race.getByRole("combobox", { name: en.race.by }).selectOption(en.race.differences.learning_rate);
  await expect(lane(2)).toHaveValue("0.5");
  await playground.expectNoBrokenNumber();
});

test("a lane that cannot be is said, where it is, and can be changed or taken away", async ({ page, playground }) => {
  await playground.open("layers");
  await playground.openPicture("race");
  const race = page.getByRole("article", { name: en.titles.race });
  await race.getByRole("combobox", { name: en.race.by }).selectOption(en.race.differences.depth);
  const lane = (run: number) => race.getByRole("textbox", { name: en.race.lane(run, en.race.differences.depth) });
  // No more layers than the core has; the page goes on.
  await lane(2).fill("99999999");
  await lane(2).press("Enter");
  await expect(race.getByRole("alert")).toContainText("99999999");
  await expect(lane(1)).toHaveValue("0");
  await lane(2).press("Escape");
  await expect(race.getByText(en.race.firstNeuron.trim())).toBeVisible();
  await lane(2).fill("8");
  await lane(2).press("Enter");
  await expect(lane(2)).toHaveValue("8");
  // Eight layers of 512 are too many for three times the students: that lane says so, the others race.
  await playground.change(({ model, table }) => {
    table.students = [0, 1, 2].flatMap(() => table.students);
    model.hidden = [{ units: 512, activation: "tanh" }];
    model.initial = { kind: "xavier_uniform" };
  });
  const rows = race.locator("tbody").getByRole("row");
  await expect(rows.nth(1)).toContainText(
    like(en.refusal.rules.at_most(ANY, { kind: "at_most", high: 500_000_000, what: "multiplications" })),
  );
  await expect(rows).toHaveCount(4);
  await expect(race.getByRole("img", { name: like(en.race.boundary(ANY)) })).toHaveCount(3);
  await race.getByRole("button", { name: en.race.remove(3) }).click();
  await expect(rows).toHaveCount(3);
  await lane(3).fill("1");
  await lane(3).press("Enter");
  await expect(race.getByRole("img", { name: like(en.race.boundary(ANY)) })).toHaveCount(2);
  await expect(lane(2)).toHaveValue("8");
  await expect(lane(3)).toHaveValue("1");
  await playground.expectNoBrokenNumber();
});

test("looking back in the page's own run, and other pictures, leave the race as it is", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.openPicture("race");
  await playground.atFullSpeed();
  await playground.train(100);
  await playground.setRate("0.005");
  await playground.train(100);
  const race = page.getByRole("article", { name: en.titles.race });
  await race.getByRole("button", { name: en.race.start }).click();
  const past = race.getByRole("slider", { name: en.race.past });
  await expect.poll(async () => Number(await past.getAttribute("max"))).toBeGreaterThan(20);
  await race.getByRole("button", { name: en.race.pause }).click();
  const furthest = await past.getAttribute("max");
  // Nor does another picture that is opened.
  for (const name of ["arithmetic", "metrics", "surface"] as const) await playground.openPicture(name);
  await playground.openPicture("race");
  await expect(past).toHaveAttribute("max", furthest ?? "");
  await page.getByRole("slider", { name: en.loss.timeline }).fill("50");
  await expect(playground.rate).not.toHaveValue("0.005");
  await expect(past).toHaveAttribute("max", furthest ?? "");
});

test("the race fits the stage in windows of every size, with its losses or with its paths", async ({
  playground,
  page,
}) => {
  await playground.open("weights", "race");
  const body = page.getByRole("article").locator("> .body");
  const over = (): Promise<number> => body.evaluate((element) => element.scrollHeight - element.clientHeight);
  await page.getByRole("button", { name: en.race.start, exact: true }).click();
  await page.getByRole("button", { name: en.race.pause, exact: true }).click();
  for (const [width, height] of [
    [2560, 1440],
    [1440, 900],
    [1366, 768],
    [1366, 625],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(over, { message: `${width} × ${height}` }).toBeLessThanOrEqual(1);
  }
  await page.getByRole("button", { name: en.race.ways }).click();
  await expect(page.getByRole("img", { name: like(en.race.paths(ANY, ANY)) })).toBeVisible();
  await expect.poll(over).toBeLessThanOrEqual(1);
});
