/** The triangles: of three probabilities, and of three weights that sum to one. */
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("each student stands in the triangle of three probabilities, is read off, pointed at everywhere and chosen", async ({
  playground,
  page,
}) => {
  await playground.open("honours");
  await playground.openPicture("triangle");
  const triangle = page.getByRole("img", {
    name: like(en.triangle.probabilityAlt(`${en.names.ordinary}, ${en.names.twoGood}, ${en.names.threeGood}`, ANY)),
  });
  await expect(triangle).toBeVisible();
  await playground.train(400);
  const { classes } = await playground.frame();
  const { table } = await playground.experiment();
  const wrong = table.students.filter(
    ({ target }, row) => target !== null && target !== table.classes[classes[row] ?? -1],
  ).length;
  await expect(triangle).toHaveAccessibleName(new RegExp(`wrong: ${wrong};`));
  const students = page.getByRole("application", { name: en.triangle.students });
  await students.focus();
  await page.keyboard.press("ArrowRight");
  await expect(
    page.getByRole("article", { name: en.titles.triangle }).getByText(en.names.student(1), { exact: true }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
  await playground.expectNoBrokenNumber();
});

test("a click in the triangle sets three weights that sum to one, and training goes on from there", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await playground.change((experiment) => {
    experiment.model.weights = "sum_to_one";
  });
  await playground.openPicture("triangle");
  const card = page.getByRole("article", { name: en.titles.triangle });
  await expect(
    card.getByRole("img", {
      name: like(en.triangle.weightsAlt(`${en.names.moral}, ${en.names.study}, ${en.names.sport}`, ANY)),
    }),
  ).toBeVisible();
  const point = card.getByRole("application", { name: en.surface.put });
  await point.scrollIntoViewIfNeeded();
  const box = await point.boundingBox();
  if (box === null) throw new Error("the triangle is not to be seen");
  // Low and to the left: the second subject's corner.
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.8);
  const put = (await playground.frame()).layers[0]?.weights ?? [];
  expect(put.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 5);
  expect(put[1]).toBeGreaterThan(0.5);
  const path = (): Promise<string> =>
    card
      .locator("canvas")
      .nth(1)
      .evaluate((element: HTMLCanvasElement) => element.toDataURL());
  const before = await path();
  await playground.train(300);
  await expect.poll(path).not.toBe(before);
  await playground.expectNoBrokenNumber();
});

test("beyond the triangle's edge the nearest weights are taken, and the keyboard sets them too", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await playground.change((experiment) => {
    experiment.model.weights = "sum_to_one";
  });
  await playground.openPicture("triangle");
  const point = page
    .getByRole("article", { name: en.titles.triangle })
    .getByRole("application", { name: en.surface.put });
  await point.focus();
  for (let press = 0; press < 90; press += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const put = (await playground.frame()).layers[0]?.weights ?? [];
  expect(put[0]).toBeGreaterThan(0.99);
  expect(Math.min(...put)).toBeGreaterThan(0);
  expect(put.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 5);
});

test("a page that scrolls under a resting mouse takes nothing from the keyboard", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  // The page scrolls where it is narrow.
  await page.setViewportSize({ width: 768, height: 1000 });
  await playground.open("weights");
  await playground.change((experiment) => {
    experiment.model.weights = "sum_to_one";
  });
  await playground.openPicture("triangle");
  const card = page.getByRole("article", { name: en.titles.triangle });
  const point = card.getByRole("application", { name: en.surface.put });
  const scroll = (block: ScrollLogicalPosition): Promise<void> =>
    point.evaluate((element, block) => element.scrollIntoView({ block, behavior: "instant" }), block);
  await scroll("end");
  const before = await point.boundingBox();
  if (before === null) throw new Error("the triangle is not to be seen");
  await page.mouse.move(before.x + before.width / 2, before.y + before.height - 60);
  await point.focus();
  for (let press = 0; press < 60; press += 1) await page.keyboard.press("ArrowUp");
  const share = card.getByRole("definition").first();
  const read = await share.textContent();
  await scroll("start");
  expect((await point.boundingBox())?.y).toBeLessThan(before.y - 50);
  await expect(share).toHaveText(read ?? "");
  await page.keyboard.press("Enter");
  expect((await playground.frame()).layers[0]?.weights[0]).toBeGreaterThan(0.99);
});
