/** The picture of learning rates: hundreds of runs at once. */
import { expectAccessible } from "./axe";
import { ANSWERED, expect, sweptCases, test } from "./playground";
import { ANY, en, like, zh } from "./words";

test("in every case a hundred rates and more of thousands of steps each are there within seconds", {
  tag: "@engine",
}, async ({ page, playground, browserName }) => {
  await playground.open();
  for (const preset of sweptCases(browserName)) {
    await playground.choose(preset);
    await playground.openPicture("rates");
    const picture = page.getByRole("article", { name: en.titles.rates });
    const told = picture.getByText(like(en.sweeps.told(ANY, ANY, ANY)));
    await expect(told).toBeVisible({ timeout: 20_000 });
    const [, seconds = ""] = /([\d.]+) s$/.exec((await told.textContent()) ?? "") ?? [];
    expect(Number(seconds), `${preset}: ${seconds} s of computing`).toBeLessThan(ANSWERED);
    await expect(picture.getByRole("img")).toHaveAccessibleName(like(en.rates.alternative(ANY, ANY, ANY)));
    await playground.expectNoBrokenNumber();
  }
});

test("the curve breaks at the bound, a rate is read and taken by keys, by pointer and by the button", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.change(({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" }, batch_size: null });
  });
  await playground.openPicture("rates");
  const picture = page.getByRole("article", { name: en.titles.rates });
  await expect(picture.getByText(like(en.sweeps.told("256", "5,000", ANY)))).toBeVisible({ timeout: 20_000 });
  const drawing = picture.getByRole("img");
  await expect(drawing).toHaveAccessibleName(like(en.rates.boundAlt("0.000044")));
  // The lowest rate that diverges is the first of the 256 above the bound.
  await expect(drawing).toHaveAccessibleName(like(en.rates.someDiverged(ANY, "256", "0.000045")));
  const reach = picture.getByRole("application", { name: en.rates.reach });
  await reach.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  expect((await playground.experiment()).training.learning_rate).toBe(1e-7);
  await page.keyboard.press("End");
  await expect(picture.getByText(`${en.rates.across} 10, ${en.sweeps.loss} ${en.sweeps.diverged}`)).toBeAttached();
  const box = await reach.boundingBox();
  if (box === null) throw new Error("the drawing is not to be seen");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const taken = (await playground.experiment()).training.learning_rate;
  expect(taken).toBeGreaterThan(1e-5);
  expect(taken).toBeLessThan(0.1);
  // Another rate begins no other sweep: the curve stands.
  await expect(picture.getByText(like(en.sweeps.told("256", "5,000", ANY)))).toBeVisible();
  await picture.getByRole("button", { name: en.rates.best }).click();
  const best = (await playground.experiment()).training.learning_rate;
  expect(best).toBeGreaterThan(1e-5);
  expect(best).toBeLessThan(4.5e-5);
  await expectAccessible(page, { parts: [".rates"] });
});

test("the number of steps is chosen and plays, in both languages", async ({ page, playground }) => {
  await playground.open("award", "rates");
  const picture = page.getByRole("article", { name: en.titles.rates });
  await expect(picture.getByText(like(en.sweeps.told("128", "3,000", ANY)))).toBeVisible({ timeout: 20_000 });
  const steps = picture.getByRole("slider", { name: en.sweeps.stepsSlider });
  await expect(steps).toHaveAttribute("aria-valuetext", en.sweeps.steps("3,000"));
  await steps.press("Home");
  await expect(steps).toHaveAttribute("aria-valuetext", en.sweeps.steps("0"));
  // Nothing has been learned yet: ln 2 everywhere.
  await expect(picture.getByRole("img")).toHaveAccessibleName(like(en.rates.alternative("0", ANY, "0.6931")));
  await picture.getByRole("button", { name: en.sweeps.play }).click();
  await expect(steps).toHaveAttribute("aria-valuetext", en.sweeps.steps("3,000"), { timeout: 20_000 });
  await expect(picture.getByRole("button", { name: en.sweeps.play })).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: zh.titles.rates })).toContainText(zh.rates.caption);
});

test("a change of the table begins anew, a case may be left amid a sweep, and all that diverge are said", async ({
  page,
  playground,
}) => {
  await playground.open("weights", "rates");
  await playground.choose("award");
  await playground.openPicture("rates");
  const picture = page.getByRole("article", { name: en.titles.rates });
  await expect(picture.getByText(like(en.sweeps.told("128", "3,000", ANY)))).toBeVisible({ timeout: 20_000 });
  await playground.change(({ training, table }) => {
    table.students.pop();
    training.l2 = 1000;
    training.optimizer = { kind: "sgd" };
  });
  await expect(picture.getByRole("img")).toHaveAccessibleName(like(en.rates.someDiverged(ANY, "128", ANY)), {
    timeout: 20_000,
  });
  await playground.expectNoBrokenNumber();
});
