/** The map of the learning rate and a second setting. */
import { expectAccessible } from "./axe";
import { watchFlashes } from "./flashes";
import { ANSWERED, expect, type Playground, sweptCases, test } from "./playground";
import { ANY, en, like, zh } from "./words";

const { twoSettings: w } = en;

/** The picture once all have been trained. */
async function trained({ page }: Playground) {
  const picture = page.getByRole("article", { name: en.titles.settings });
  const told = picture.getByText(like(en.sweeps.told(ANY, ANY, ANY)));
  await expect(told).toBeVisible({ timeout: 20_000 });
  return { picture, seconds: Number(/([\d.]+) s$/.exec(((await told.textContent()) ?? "").trim())?.[1]) };
}

test("in every case a map is there within seconds, in case 4 that of every second setting", async ({
  playground,
  browserName,
}) => {
  await playground.open();
  for (const preset of sweptCases(browserName)) {
    await playground.choose(preset);
    await playground.openPicture("settings");
    const seconds = Object.values(w.seconds);
    // The numbers of every map of every case are tested without a browser.
    for (const second of preset === "layers" ? seconds : seconds.slice(-1)) {
      const select = playground.page.getByRole("combobox", { name: w.second });
      await select.focus();
      await select.selectOption(second);
      const { picture, seconds: spent } = await trained(playground);
      expect(spent, `${preset}, ${second}: seconds of computing`).toBeLessThan(ANSWERED);
      await expect(picture.getByRole("img")).toHaveAccessibleName(like(w.best(ANY)));
      await expect(picture.getByRole("img")).toHaveAccessibleName(new RegExp(second));
      // The select that was changed is still the same one.
      await expect(select).toBeFocused();
    }
    await playground.expectNoBrokenNumber();
  }
});

test("a cell is read by keys, and its two settings are taken by key, pointer and button", async ({
  page,
  playground,
}) => {
  await playground.open("layers", "settings");
  const { picture } = await trained(playground);
  const reach = picture.getByRole("application", { name: w.reach });
  const training = async () => (await playground.experiment()).training;
  await picture.getByRole("button", { name: w.take }).click();
  const best = await training();
  const rate = String(best.learning_rate);
  const said = like(
    w.best([w.rate(rate), en.sweeps.reading(w.seconds.batch_size, String(best.batch_size)), ANY].join(", ")),
  );
  await expect(picture.getByRole("img")).toHaveAccessibleName(said);
  // The map stands, whatever is taken from it.
  await trained(playground);
  const box = await reach.boundingBox();
  if (box === null) throw new Error("the map is not to be seen");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 40);
  expect((await training()).batch_size).toBe(1);
  await reach.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect((await training()).batch_size).toBe(2);
  await playground.select(w.second, w.seconds.units);
  await trained(playground);
  await page.mouse.click(box.x + box.width / 2, box.y + 20);
  expect((await playground.experiment()).model.hidden).toEqual([{ units: 16, activation: "tanh" }]);
  await expectAccessible(page, { parts: [".settings"] });
});

test("the number of steps is chosen and plays, and where an accuracy or the steps are shown there is none to choose", async ({
  playground,
}) => {
  await playground.open("award", "settings");
  const { picture } = await trained(playground);
  const drawing = picture.getByRole("img");
  const steps = picture.getByRole("slider", { name: en.sweeps.stepsSlider });
  await expect(drawing).toHaveAccessibleName(like(w.best(`${ANY}, ${en.sweeps.steps("1,000")}`)));
  await steps.press("Home");
  // Nothing has been learned yet: ln 2 in every cell.
  const untrained = en.sweeps.reading(w.quantities.loss, "0.6931");
  await expect(drawing).toHaveAccessibleName(like(w.best(`${ANY}, ${untrained}, ${en.sweeps.steps("0")}`)));
  await picture.getByRole("button", { name: en.sweeps.play }).click();
  await expect(steps).toHaveAttribute("aria-valuetext", en.sweeps.steps("1,000"), { timeout: 20_000 });
  await playground.select(w.quantity, w.quantities.accuracy);
  await trained(playground);
  await expect(steps).toBeHidden();
  await playground.select(w.quantity, w.quantities.loss);
  await playground.select(w.second, w.seconds.steps);
  await expect(steps).toBeHidden();
});

test("steps that play do not flash where momentum swings the losses of whole columns", async ({ page, playground }) => {
  await playground.open("weights", "settings");
  await playground.change(({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "momentum", momentum: 0.999 } });
  });
  const { picture } = await trained(playground);
  await picture.getByRole("button", { name: en.sweeps.play }).click();
  const seen = await watchFlashes(page, "article.settings canvas", 5000);
  expect(Math.max(seen.flashes, seen.colors)).toBeLessThanOrEqual(3);
});

test("the colours are losses or accuracies of students held out, in both languages", async ({ page, playground }) => {
  await playground.open("award", "settings");
  await playground.select(w.quantity, w.quantities.accuracy);
  const { picture } = await trained(playground);
  await expect(picture.getByText(w.heldOutMade)).toBeVisible();
  await expect(picture.getByRole("img")).toHaveAccessibleName(/Validation accuracy (9\d|100)%/);
  await playground.select(w.quantity, w.quantities.heldOut);
  await trained(playground);
  await expect(picture.getByRole("img")).toHaveAccessibleName(/Validation loss [\d.]+/);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: zh.titles.settings })).toContainText(zh.twoSettings.caption);
});

test("cells that have diverged are counted and read as such, and a case may be left amid them", async ({
  page,
  playground,
}) => {
  await playground.open("honours", "settings");
  await playground.choose("weights");
  await playground.openPicture("settings");
  await playground.change(({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" } });
  });
  const { picture } = await trained(playground);
  await expect(picture.getByRole("img")).toHaveAccessibleName(like(w.diverged(ANY, ANY)));
  const reach = picture.getByRole("application", { name: w.reach });
  await reach.focus();
  for (let press = 0; press < 41; press += 1) await page.keyboard.press("ArrowRight");
  await expect(picture.getByText(en.sweeps.diverged).first()).toBeVisible();
  await playground.expectNoBrokenNumber();
});
