/** Play, pause, step, reset, and the learning rate. */
import { expect, test } from "./playground";
import { en } from "./words";

test("playing moves weights and loss, pausing stops them", { tag: "@engine" }, async ({ playground }) => {
  await playground.open("weights");
  const before = await playground.frame();
  await playground.play.click();
  await playground.until(({ updates }) => updates > 20, "training goes on");
  await playground.pause.click();
  const after = await playground.frame();
  expect(after.loss).toBeLessThan(before.loss);
  expect(after.layers[0]?.weights).not.toEqual(before.layers[0]?.weights);
  expect((await playground.frame()).updates).toBe(after.updates);
});

test("the weights shown are those of the model", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await playground.step.click();
  await playground.step.click();
  const weights = (await playground.frame()).layers[0]?.weights ?? [];
  for (const [index, subject] of [en.names.moral, en.names.study, en.names.sport].entries()) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: subject, exact: true }) });
    await expect(row).toContainText((weights[index] ?? 0).toFixed(5));
  }
});

test("a step is one update, and reset goes back to the start", async ({ playground, page }) => {
  await playground.open("weights");
  const start = await playground.frame();
  await playground.step.click();
  await playground.step.click();
  await expect(page.getByTestId("updates")).toHaveText("2");
  await expect(page.getByTestId("epoch")).toHaveText("1");
  await playground.reset.click();
  await expect(page.getByTestId("updates")).toHaveText("0");
  expect((await playground.frame()).layers).toEqual(start.layers);
});

test("dragging the learning rate changes the speed of learning without a reset", { tag: "@engine" }, async ({
  playground,
}) => {
  await playground.open("weights");
  for (let step = 0; step < 10; step += 1) await playground.step.click();
  const moved = async (): Promise<number> => {
    const [before = 0] = (await playground.frame()).layers[0]?.weights ?? [];
    await playground.step.click();
    const [after = 0] = (await playground.frame()).layers[0]?.weights ?? [];
    return Math.abs(after - before);
  };
  const slowly = await moved();
  await playground.dragRate(0.75);
  expect((await playground.experiment()).training.learning_rate).toBeGreaterThan(0.01);
  expect((await playground.frame()).updates).toBe(11);
  // The step of RMSProp is about in proportion to the rate.
  expect(await moved()).toBeGreaterThan(5 * slowly);
  expect((await playground.frame()).updates).toBe(12);
});

test("dragging while it plays goes on counting", async ({ playground }) => {
  await playground.open("award");
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
  const before = await playground.frame();
  await playground.dragRate(0.5);
  await playground.until(({ updates }) => updates > before.updates + 5, "training goes on from where it was");
  expect((await playground.frame()).learningRate).not.toBe(before.learningRate);
});

test("a huge learning rate diverges in words, and reset recovers", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.select(en.fields["training.loss"], "squared");
  await playground.select(en.fields["training.optimizer"], "sgd");
  await playground.setRate("1");
  await playground.play.click();
  const status = page.getByRole("status", { name: en.status.label });
  await expect(status).toContainText(en.status.diverged.name);
  await playground.expectNoBrokenNumber();
  expect((await playground.frame()).diverged).toBe(true);

  await playground.reset.click();
  await expect(status).toContainText(en.status.ready.name);
  await playground.setRate("0.00001");
  await playground.play.click();
  await playground.until(({ updates, diverged }) => updates > 20 && !diverged, "training goes on");
  await playground.expectNoBrokenNumber();
});

test("no number shown is ever broken, in any case", async ({ playground }) => {
  await playground.open();
  for (const preset of ["award", "honours", "layers", "weights"] as const) {
    await playground.choose(preset);
    await playground.expectNoBrokenNumber();
    await playground.play.click();
    await playground.until(({ updates }) => updates > 30, "training goes on");
    await playground.expectNoBrokenNumber();
  }
});

test("a rate that cannot be is refused in words, and the old one stays", async ({ playground, page }) => {
  await playground.open("weights");
  for (const text of ["-1", "0", "quick"]) {
    await playground.setRate(text);
    await expect(page.getByRole("alert")).toBeVisible();
    expect((await playground.experiment()).training.learning_rate).toBe(0.001);
  }
});
