/** The pictures: boundary, loss and weights, by what they say of themselves. */
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("the axes show the subjects that are chosen, and the other is held by a slider", async ({ playground, page }) => {
  await playground.open("award");
  await expect(playground.boundary).toHaveAccessibleName(
    like(en.boundary.alternative(en.names.moral, en.names.study, ANY)),
  );
  await page.getByRole("combobox", { name: en.boundary.horizontalAxis }).selectOption({ label: en.names.sport });
  await expect(playground.boundary).toHaveAccessibleName(
    like(en.boundary.alternative(en.names.sport, en.names.study, ANY)),
  );
  // Choosing the other axis's subject swaps the two.
  await page
    .getByRole("combobox", { name: en.boundary.verticalAxis, exact: true })
    .selectOption({ label: en.names.sport });
  await expect(playground.boundary).toHaveAccessibleName(
    like(en.boundary.alternative(en.names.study, en.names.sport, ANY)),
  );
  await page.getByRole("slider", { name: en.boundary.heldScore(en.names.moral) }).fill("70");
  await expect(playground.boundary).toHaveAccessibleName(like(en.boundary.slice(`${en.names.moral} 70`)));
});

test("the picture counts who is right as training goes on", async ({ playground }) => {
  await playground.open("award");
  const before = await playground.boundary.getAttribute("aria-label");
  await playground.atFullSpeed();
  await playground.play.click();
  await expect(playground.boundary).toHaveAccessibleName(like(en.shared.outcomeClasses(80, 0, 0)));
  expect(before).not.toMatch(like(en.shared.outcomeClasses(ANY, 0, 0)));
});

test("the background is painted, and painted anew with every step", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("award");
  // The picture itself and not a colour in it: a fingerprint of its bytes.
  const painted = (): Promise<string> =>
    page.evaluate(() => document.querySelector<HTMLCanvasElement>(".stage canvas.background")?.toDataURL() ?? "");
  // Of weights that are all 0 there is nothing to show.
  const blank = await painted();
  expect(blank.length).toBeLessThan(1000);
  await playground.step.click();
  await expect.poll(async () => (await painted()).length).toBeGreaterThan(1000);
  const before = await painted();
  await playground.step.click();
  await expect.poll(painted).not.toBe(before);
});

test("a student is pointed at, read and chosen", async ({ playground, page }) => {
  await playground.open("award");
  const students = page.getByRole("application", { name: en.boundary.reach });
  await students.focus();
  await students.press("ArrowRight");
  const picture = page.getByRole("article", { name: en.titles.boundary });
  await expect(picture.getByText(en.names.student(1), { exact: true })).toBeVisible();
  await students.press("ArrowRight");
  await expect(picture.getByText(en.names.student(2), { exact: true })).toBeVisible();
  await students.press("Enter");
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
});

test("the loss chart tells epoch and loss under the pointer", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await playground.train(400);
  const chart = page.getByRole("img", { name: like(en.loss.alternative("200", ANY, 0)) });
  const box = await chart.boundingBox();
  if (box === null) throw new Error("the chart is not to be seen");
  const reading = page.getByText(new RegExp(`^${en.loss.epoch} 1\\d\\d$`));
  await expect(reading).toBeHidden();
  await page.mouse.move(box.x + 0.7 * box.width, box.y + box.height / 2);
  await expect(reading).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(reading).toBeHidden();
});

test("the loss chart goes logarithmic, and says nothing broken when the loss explodes", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const logScale = page.getByRole("group", { name: en.loss.logScale });
  await logScale.getByRole("checkbox", { name: en.loss.logLosses }).check();
  await logScale.getByRole("checkbox", { name: en.loss.logEpochs }).check();
  await playground.change((experiment) => {
    experiment.training.loss = { kind: "squared" };
    experiment.training.optimizer = { kind: "sgd" };
    experiment.training.learning_rate = 1;
  });
  await playground.train(100);
  await playground.expectNoBrokenNumber();
  await logScale.getByRole("checkbox", { name: en.loss.logLosses }).uncheck();
  await playground.expectNoBrokenNumber();
});

test("the loss curve is the time line: its handle is dragged back, and moved by keys", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const timeline = page.getByRole("slider", { name: en.loss.timeline });
  await expect(timeline).toBeDisabled();
  await playground.train(400);
  await expect(timeline).toHaveAttribute("aria-valuetext", like(en.loss.place("200", "400", "400", ANY)));
  const chart = page.getByRole("img", { name: like(en.loss.alternative(ANY, ANY, 0)) });
  const box = await chart.boundingBox();
  if (box === null) throw new Error("the chart is not to be seen");
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 0.9 * box.width, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.5 * box.width, middle, { steps: 3 });
  await page.mouse.up();
  const { updates, furthest } = await playground.frame();
  expect(furthest).toBe(400);
  // The axis begins a little right of the chart's edge.
  expect(Math.abs(updates - 190)).toBeLessThan(20);
  await page.mouse.move(1, 1);
  expect((await playground.frame()).updates).toBe(updates);
  await timeline.focus();
  await page.keyboard.press("ArrowLeft");
  expect((await playground.frame()).updates).toBe(updates - 1);
  await page.keyboard.press("Home");
  await expect(timeline).toHaveAttribute("aria-valuetext", like(en.loss.place("0", "0", "400", "90.5")));
});

test("a curve is kept and compared with the next run", async ({ playground, page }) => {
  await playground.open("award");
  const keep = page.getByRole("button", { name: en.loss.keep });
  await expect(keep).toBeDisabled();
  await playground.train(50);
  await keep.click();
  const kept = page.getByRole("list", { name: en.loss.kept });
  await expect(kept.getByRole("listitem")).toHaveText(like(en.loss.same));
  await playground.change((experiment) => {
    experiment.training.learning_rate = 0.01;
  });
  await playground.train(50);
  await expect(kept.getByRole("listitem")).toHaveText(like(`${en.fields["training.learning_rate"]} 0.1`));
  await expect(page.getByRole("img", { name: like(en.loss.alternative(ANY, ANY, 1)) })).toBeVisible();
  for (let count = 1; count < 4; count += 1) await keep.click();
  await expect(keep).toBeDisabled();
  await kept
    .getByRole("button", { name: like(en.loss.remove(ANY)) })
    .first()
    .click();
  await expect(kept.getByRole("listitem")).toHaveCount(3);
  // Losses on other students do not compare.
  await page
    .getByRole("checkbox", { name: like(en.data.includeStudent(ANY)) })
    .first()
    .uncheck();
  await expect(kept).toBeHidden();
});

test("a change of the learning rate is marked in the curve", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.train(100);
  await playground.rate.fill("0.01");
  await playground.rate.press("Enter");
  await playground.train(100);
  await expect(page.getByRole("img", { name: like(en.loss.rateChanged("50", "0.01")) })).toBeVisible();
  await playground.reset.click();
  await expect(page.getByRole("img", { name: like(en.loss.rateChanged(ANY, ANY)) })).toBeHidden();
});

test("held-out students have a curve of their own", async ({ playground, page }) => {
  await playground.open("award");
  await playground.change((experiment) => {
    experiment.training.test_fraction = 0.25;
  });
  await playground.train(20);
  await expect(page.getByText(en.loss.heldOut)).toBeVisible();
  await expect(page.getByRole("list", { name: en.boundary.legend })).toContainText(en.boundary.legendHeldOut);
});

test("weights are named, a class at a time, with the sign that they have", async ({ playground, page }) => {
  await playground.open("honours", "weights");
  await playground.train(100);
  for (const name of [en.names.ordinary, en.names.twoGood, en.names.threeGood]) {
    await expect(page.getByRole("table", { name })).toBeVisible();
  }
  const ordinary = page.getByRole("table", { name: en.names.ordinary });
  await expect(ordinary.getByRole("row").filter({ hasText: en.names.moral })).toContainText("−");
});

test("a network shows its weights as a table, too", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await expect(page.getByRole("img", { name: like(en.network.alternative("2 – 6 – 1")) })).toBeVisible();
  await page.getByText(en.network.asTable).click();
  // 2 × 6 weights and 6 biases, 6 × 1 weights and 1 bias, and the head.
  await expect(
    page
      .getByRole("table")
      .filter({ hasText: en.parameters.neuron(1, 6) })
      .getByRole("row"),
  ).toHaveCount(26);
});

test("a network of 512 neurons trains and is drawn as heat maps", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await playground.change((experiment) => {
    experiment.model.hidden = [{ units: 512, activation: "relu" }];
    experiment.training.batch_size = null;
  });
  await expect(
    page.getByRole("img", { name: `${en.network.hiddenLayer(1)} ${en.network.layerSize(512, 2)}` }),
  ).toBeVisible();
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
});

test("a picture that is chosen below the stage is scrolled to", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  for (const name of ["race", "arithmetic"] as const) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await playground.openPicture(name);
    await expect(page.getByRole("article").getByRole("heading", { name: en.titles[name] })).toBeInViewport();
  }
});
