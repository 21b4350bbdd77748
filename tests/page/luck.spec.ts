/** The picture of many starts, and the lesson that uses it. */
import { expectAccessible } from "./axe";
import { enter, openList, reached, titleOf } from "./lessons";
import { ANSWERED, expect, type Playground, sweptCases, test } from "./playground";
import { ANY, en, like, zh } from "./words";

/** The picture once all have been trained. */
async function trained({ page }: Playground, runs: number) {
  const picture = page.getByRole("article", { name: en.titles.luck });
  const told = picture.getByText(like(en.sweeps.told(String(runs), "2,000", ANY)));
  await expect(told).toBeVisible({ timeout: 20_000 });
  return { picture, seconds: Number(/([\d.]+) s$/.exec(((await told.textContent()) ?? "").trim())?.[1]) };
}

test("in every case a hundred starts are there within seconds, and one sees where they end", {
  tag: "@engine",
}, async ({ page, playground, browserName }) => {
  await playground.open();
  for (const preset of sweptCases(browserName)) {
    await playground.choose(preset);
    await playground.openPicture("luck");
    const { picture, seconds } = await trained(playground, 100);
    expect(seconds, `${preset}: seconds of computing`).toBeLessThan(ANSWERED);
    await expect(picture.getByRole("img", { name: like(en.luck.alternative("2,000", ANY, ANY, ANY)) })).toBeVisible();
    await expect(picture.getByText(like(en.luck.reached(ANY, "100", ANY)))).toBeVisible();
    const ends = preset === "weights" ? like(en.luck.between(ANY, ANY, ANY)) : like(en.luck.sure(ANY));
    await expect(picture.getByRole("img", { name: ends })).toBeVisible();
    await playground.expectNoBrokenNumber();
  }
  // The totals of two students leave a line.
  await playground.choose("weights");
  await playground.openPicture("luck");
  await expect(
    page.getByRole("article", { name: en.titles.luck }).getByRole("img", { name: en.luck.line }),
  ).toBeVisible();
});

test("starts are followed by keys and by pointer, and one is taken: the run is then the same", async ({
  page,
  playground,
}) => {
  await playground.open("layers", "luck");
  const { picture } = await trained(playground, 100);
  const reach = picture.getByRole("application", { name: en.luck.reach });
  await reach.focus();
  await page.keyboard.press("Home");
  const best = picture.getByText(like(en.luck.reading("1", "100", ANY))).last();
  await expect(best).toBeAttached();
  const loss = Number(/loss ([\d.]+\d)/.exec((await best.textContent()) ?? "")?.[1]);
  await page.keyboard.press("Enter");
  const { seed } = (await playground.experiment()).training;
  expect(seed).toBeGreaterThan(1);
  expect(seed).toBeLessThanOrEqual(100);
  await playground.train(2000);
  expect((await playground.frame()).loss).toBeCloseTo(loss, 4);
  // Another seed is no other sweep.
  await trained(playground, 100);
  await page.keyboard.press("End");
  await expect(picture.getByText(like(en.luck.reading("100", "100", ANY))).last()).toBeAttached();
  const box = await reach.boundingBox();
  if (box === null) throw new Error("the fan is not to be seen");
  await page.mouse.click(box.x + box.width * 0.7, box.y + box.height * 0.6);
  expect((await playground.experiment()).training.seed).not.toBe(seed);
});

test("the goal is a slider, the number of starts and the map are chosen, in both languages", async ({
  page,
  playground,
}) => {
  await playground.open("layers", "luck");
  const { picture } = await trained(playground, 100);
  const goal = picture.getByRole("slider", { name: en.luck.goalSlider });
  await goal.press("Home");
  await expect(picture.getByText(like(en.luck.reached(ANY, "100", ANY)))).toHaveText(/: [01] of 100$/);
  await goal.press("End");
  await expect(picture.getByText(like(en.luck.reached("100", "100", ANY)))).toBeVisible();
  const map = picture.getByRole("application", { name: en.luck.agreementReach });
  const { width = Number.NaN } = (await map.boundingBox()) ?? {};
  await map.hover({ position: { x: width - 12, y: 12 } });
  const told = picture.locator("[aria-live]").filter({ hasText: like(en.luck.say(ANY, ANY)) });
  await expect(told).toBeAttached();
  const corner = await told.textContent();
  await map.focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press("ArrowLeft");
  await expect(told).not.toHaveText(corner ?? "");
  // Of all starts each says something.
  const shares = [...((await told.textContent()) ?? "").matchAll(/([\d.]+)%/g)].map(([, share]) => Number(share));
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 0);
  await picture.getByRole("combobox", { name: en.luck.show }).selectOption(en.luck.views.weights);
  await expect(picture.getByRole("img", { name: en.luck.neuronEnds })).toBeVisible();
  await picture.getByRole("application", { name: en.luck.endsReach }).focus();
  await page.keyboard.press("ArrowRight");
  const end = picture.locator("[aria-live]").filter({ hasText: like(en.luck.seed(ANY)) });
  await expect(end).toHaveText(like([en.luck.reading(ANY, "100", ANY), ANY, en.luck.neuron(ANY), ANY].join(", ")));
  const seed = Number(/seed (\d+)/.exec((await end.textContent()) ?? "")?.[1]);
  await page.keyboard.press("Enter");
  expect((await playground.experiment()).training.seed).toBe(seed);
  await picture.getByRole("combobox", { name: en.luck.count }).selectOption(en.luck.starts("30"));
  await trained(playground, 30);
  await expectAccessible(page, { parts: [".luck"] });
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: zh.titles.luck })).toContainText(zh.luck.caption);
});

test("starts that all diverge, and a case that is left amid them, break nothing", async ({ page, playground }) => {
  await playground.open("weights", "luck");
  await playground.choose("layers");
  await playground.choose("weights");
  await playground.change(({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" }, learning_rate: 1 });
  });
  const { picture } = await trained(playground, 100);
  await expect(picture.getByRole("img", { name: en.sweeps.allDiverged })).toBeVisible();
  await expect(picture.getByText(en.sweeps.allDiverged)).toBeVisible();
  await expect(picture.getByText(like(en.luck.reached(ANY, "100", ANY)))).toHaveCount(0);
  await playground.expectNoBrokenNumber();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the lesson on luck is taken to its end: a start that is stuck, another one, and more neurons", async ({
  page,
  playground,
}) => {
  await openList(playground);
  await enter(page, titleOf("14-luck"));
  const answer = async (choice: number): Promise<void> => {
    await page.getByRole("radio").nth(choice).check();
  };
  const next = page.getByRole("button", { name: en.course.next, exact: true });
  await answer(1);
  await trained(playground, 100);
  await playground.train(2000);
  await expect(reached(page)).toBeVisible();
  await next.click();
  await answer(1);
  const reach = page.getByRole("application", { name: en.luck.reach });
  await reach.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await playground.train(2000);
  await expect(reached(page)).toBeVisible();
  await next.click();
  await answer(2);
  const units = page.getByRole("textbox", { name: en.model.units(1) });
  await units.fill("8");
  await units.press("Enter");
  await trained(playground, 100);
  await playground.train(2000);
  await expect(reached(page)).toBeVisible();
});
