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
    page.evaluate(() => document.querySelector<HTMLCanvasElement>("canvas.background")?.toDataURL() ?? "");
  const before = await painted();
  expect(before.length).toBeGreaterThan(1000);
  await playground.step.click();
  await expect.poll(painted).not.toBe(before);
});

test("a student is pointed at, read and chosen", { tag: "@engine" }, async ({ playground, page }) => {
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
  const chart = page.getByRole("img", { name: like(en.loss.alternative(ANY, ANY, 0)) });
  await expect(chart).toHaveAccessibleName(like(en.loss.alternative("200", ANY, 0)));
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error("the chart is not to be seen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(chart).not.toHaveAccessibleName(like(en.loss.alternative("200", ANY, 0)));
  await page.mouse.move(1, 1);
  await expect(chart).toHaveAccessibleName(like(en.loss.alternative("200", ANY, 0)));
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

test("the loss is read off by the keyboard", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await playground.train(400);
  const reader = page.getByRole("slider", { name: en.loss.browse });
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.loss.reading("200", ANY)));
  await reader.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.loss.reading("199", ANY)));
  await page.keyboard.press("Home");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.loss.reading("0", "90.5")));
  // Whoever leaves the curve sees the present loss again.
  await page.keyboard.press("Tab");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.loss.reading("200", ANY)));
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
  await expect(page.getByText(en.output.heldOutLoss)).toBeVisible();
  await expect(page.getByRole("list", { name: en.boundary.legend })).toContainText(en.boundary.legendHeldOut);
});

test("weights are named, a class at a time, with the sign that they have", async ({ playground, page }) => {
  await playground.open("honours");
  await playground.train(100);
  for (const name of [en.names.ordinary, en.names.twoGood, en.names.threeGood]) {
    await expect(page.getByRole("table", { name })).toBeVisible();
  }
  const ordinary = page.getByRole("table", { name: en.names.ordinary });
  await expect(ordinary.getByRole("row").filter({ hasText: en.names.moral })).toContainText("−");
});

test("a network shows its weights as a table, too", async ({ playground, page }) => {
  await playground.open("layers");
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
  await playground.open("layers");
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

test("a picture that opens below the screen is scrolled to", { tag: "@engine" }, async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  for (const name of ["race", "arithmetic"] as const) {
    await page.evaluate(() => scrollTo(0, 0));
    await playground.openPicture(name);
    const card = page.getByRole("article", { name: en.titles[name] });
    // Its parts are there, and the heading is still in sight.
    await expect(card.getByRole("button")).not.toHaveCount(1);
    await expect(card.getByRole("heading", { name: en.titles[name] })).toBeInViewport();
  }
});

test("who scrolls on while a picture opens is not taken back", { tag: "@engine" }, async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  const opener = page
    .getByRole("group", { name: en.pictures.label })
    .getByRole("button", { name: en.titles.race, exact: true });
  for (const scrolls of [false, true]) {
    await page.evaluate(() => scrollTo(0, 0));
    const scrolled = await opener.evaluate(async (button: HTMLElement, scrolls) => {
      const frames = async (count: number): Promise<void> => {
        for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
      };
      button.click();
      // What scrolls is loaded first.
      for (let i = 0; i < 100 && scrollY === 0; i += 1) await frames(1);
      if (scrolls) dispatchEvent(new WheelEvent("wheel"));
      scrollTo(0, 0);
      // What arrives late makes its neighbours grow.
      document.querySelector<HTMLElement>(".pictures")?.style.setProperty("min-height", "9000px");
      await frames(5);
      document.querySelector<HTMLElement>(".pictures")?.style.removeProperty("min-height");
      return scrollY;
    }, scrolls);
    if (scrolls) expect(scrolled).toBe(0);
    else expect(scrolled).toBeGreaterThan(0);
    await opener.click();
  }
});
