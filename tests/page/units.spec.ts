/** The picture of networks of several sizes. */
import { expectAccessible } from "./axe";
import { enter, openList, titleOf } from "./lessons";
import { ANSWERED, expect, type Playground, sweptCases, test } from "./playground";
import { ANY, en, like, zh } from "./words";

/** The picture once all have been trained. */
async function trained({ page }: Playground, runs: number) {
  const picture = page.getByRole("article", { name: en.titles.units });
  const told = picture.getByText(like(en.sweeps.told(String(runs), ANY, ANY)));
  await expect(told).toBeVisible({ timeout: 20_000 });
  return { picture, seconds: Number(/([\d.]+) s$/.exec(((await told.textContent()) ?? "").trim())?.[1]) };
}

test("in every case nine sizes from twelve starts each are there within seconds", {
  tag: "@engine",
}, async ({ playground, browserName }) => {
  await playground.open();
  for (const preset of sweptCases(browserName)) {
    await playground.choose(preset);
    await playground.openPicture("units");
    const { picture, seconds } = await trained(playground, 108);
    expect(seconds, `${preset}: seconds of computing`).toBeLessThan(ANSWERED);
    await expect(picture.getByRole("img")).toHaveAccessibleName(like(en.units.best(ANY, ANY, ANY)));
    // Two students are too few to hold some out.
    await expect(picture.getByText(en.units.heldOutNone)).toBeVisible({ visible: preset === "weights" });
    await expect(picture.getByText(en.units.heldOutMade)).toBeVisible({ visible: preset !== "weights" });
    await playground.expectNoBrokenNumber();
  }
});

test("a size is read by keys and taken by key, pointer and button; the sweep stands", async ({ page, playground }) => {
  await playground.open("layers", "units");
  const { picture } = await trained(playground, 108);
  const units = async (): Promise<number[]> => (await playground.experiment()).model.hidden.map((layer) => layer.units);
  const reach = picture.getByRole("application", { name: en.units.reach });
  await reach.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(picture.getByText(like(`${en.units.size.units("2")}, ${en.units.training} ${ANY}`))).toBeAttached();
  await page.keyboard.press("Enter");
  expect(await units()).toEqual([2]);
  const box = await reach.boundingBox();
  if (box === null) throw new Error("the drawing is not to be seen");
  await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
  expect(await units()).toEqual([24]);
  await trained(playground, 108);
  await picture.getByRole("slider", { name: en.sweeps.stepsSlider }).press("Home");
  await expect(picture.getByRole("img")).toHaveAccessibleName(like(en.units.best("0", ANY, ANY)));
  await picture.getByRole("combobox", { name: en.units.kind }).selectOption(en.units.kinds.depth);
  await trained(playground, 60);
  await reach.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  expect(await units()).toEqual([24, 24, 24, 24]);
  await expectAccessible(page, { parts: [".units"] });
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: zh.titles.units })).toContainText(zh.units.caption);
});

test("where a lesson overfits, the best size is a small one, and the largest is far worse on students held out", async ({
  page,
  playground,
}) => {
  await openList(playground);
  await enter(page, titleOf("13-overfitting"));
  await playground.openPicture("units");
  const { picture } = await trained(playground, 108);
  const said = (await picture.getByRole("img").getAttribute("aria-label")) ?? "";
  // One near 0 is written as 8.59×10⁻⁶.
  const losses = [...said.matchAll(/neurons?, training loss (\S+), validation loss ([\d.]+\d)/g)].map(
    ([, training = "", validation]) => [training.includes("×") ? 0 : Number(training), Number(validation)],
  );
  expect(losses).toHaveLength(9);
  const [first = [], last = []] = [losses[0], losses.at(-1)];
  expect(last[0]).toBeLessThan(first[0] ?? 0);
  expect(last[1]).toBeGreaterThan(1.5 * (first[1] ?? Number.NaN));
});

test("a case left amid a sweep, and weights that sum to one, break nothing", async ({ page, playground }) => {
  await playground.open("honours", "units");
  await playground.choose("weights");
  await playground.openPicture("units");
  await playground.change(({ model }) => {
    model.weights = "sum_to_one";
  });
  const picture = page.getByRole("article", { name: en.titles.units });
  await expect(picture.locator(".body")).not.toBeEmpty();
  await playground.expectNoBrokenNumber();
  await playground.choose("layers");
  await playground.openPicture("units");
  await trained(playground, 108);
});
