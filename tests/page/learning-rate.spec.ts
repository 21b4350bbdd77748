/** How far the learning rate may go, and what to do where it went too far. */
import type { Experiment } from "../../web/engine/engine";
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";
import { ANY, en, like, zh } from "./words";

/** Plain descent on a squared loss, all students at once. */
function descent(rate: number): (experiment: Experiment) => void {
  return ({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" }, batch_size: null });
    training.learning_rate = rate;
  };
}

test("the mark says how far the rate may go, and moves with the scaling", async ({ page, playground }) => {
  await playground.open();
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  await expect(rate).toContainText(en.rateBound.no_curvature);
  await playground.change(descent(1e-6));
  await expect(rate).toContainText(en.rateBound.bound("0.000044", true, false));
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.slow));
  for (const [typed, verdict] of [
    ["1e-5", en.rateBound.zones.good],
    ["3e-5", en.rateBound.zones.oscillates],
    ["1e-4", en.rateBound.zones.diverges],
  ] as const) {
    await playground.setRate(typed);
    await expect(rate).toContainText(en.rateBound.now(verdict));
  }
  await playground.select(en.fields.scaling, "divide_by_100");
  await expect(rate).toContainText(en.rateBound.bound("0.44", true, false));
  await playground.change(({ training }) => {
    training.loss = { kind: "absolute" };
  });
  await expect(rate).toContainText(en.rateBound.no_curvature);
  // At weights of 0 all totals are right.
  await playground.change((experiment) => {
    descent(1)(experiment);
    for (const student of experiment.table.students) student.target = 0;
  });
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.still));
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("region", { name: zh.fields["training.learning_rate"] })).toContainText(
    zh.rateBound.now(zh.rateBound.zones.still),
  );
});

test("an optimizer that divides gradients has the bound of what it remembers, beyond which it swings", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  await expect(rate).toContainText(en.rateBound.adaptive);
  await playground.train(200);
  await expect(rate).toContainText(like(en.rateBound.bound(ANY, false, true)));
  await expect(rate).toContainText(en.rateBound.moves);
  await expect(rate).toContainText(new RegExp(`${en.rateBound.zones.below}|${en.rateBound.zones.swings}`));
  await playground.setRate("1e-5");
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.below));
  await playground.setRate("9");
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.swings));
  await expect(rate.getByTitle(en.rateBound.adaptiveLong(null))).toBeVisible();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("region", { name: zh.fields["training.learning_rate"] })).toContainText(
    zh.rateBound.now(zh.rateBound.zones.swings),
  );
  await expect(page.getByRole("region", { name: zh.fields["training.learning_rate"] })).toContainText(
    zh.rateBound.moves,
  );
});

test("the mark compares the rate in force, and says whose bound it is", async ({ page, playground }) => {
  await playground.open();
  await playground.change((experiment) => {
    descent(0.3)(experiment);
    experiment.scaling = "divide_by_100";
    Object.assign(experiment.training, { batch_size: 1, schedule: { kind: "warm_up", steps: 10 } });
  });
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  await expect(rate).toContainText(en.rateBound.bound("0.44", true, false));
  await expect(rate).toContainText(en.rateBound.scheduled("0.03"));
  await expect(rate).toContainText(en.rateBound.forAll(en.rateBound.zones.good));
  await expect(rate).toContainText(en.rateBound.batch);
  await playground.train(10);
  await expect(rate).toContainText(en.rateBound.scheduled("0.3"));
  await expect(rate).toContainText(en.rateBound.forAll(en.rateBound.zones.oscillates));
});

test("where the loss is curved otherwise elsewhere nothing is promised on either side", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.change(({ training }) => {
    Object.assign(training, { optimizer: { kind: "sgd" }, learning_rate: 1e-6 });
  });
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  await expect(rate).toContainText(like(en.rateBound.bound(ANY, false, false)));
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.below));
  await playground.setRate("9");
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.swings));
});

test("where decay of the weights alone makes a run diverge the mark says so", async ({ page, playground }) => {
  await playground.open("award");
  await playground.change(({ training }) => {
    training.optimizer = { kind: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.5 };
    training.learning_rate = 0.01;
  });
  await playground.train(50);
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.below));
  await expect(rate.getByTitle(like(en.rateBound.adaptiveLong("4")))).toBeVisible();
  await playground.setRate("3.9");
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.swings));
  await playground.train(2000);
  expect((await playground.frame()).diverged).toBe(false);
  await playground.setRate("5");
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.diverges));
  await playground.train(2000);
  expect((await playground.frame()).diverged).toBe(true);
});

test("a rate that swings is said to be one, and a press makes it small; weights by hand are no such rate", async ({
  page,
  playground,
}) => {
  await playground.open();
  const status = page.getByRole("status", { name: en.status.label });
  await playground.setRate("10");
  await playground.train(200);
  await expect(status).toContainText(en.status.swinging.name);
  await expect(status).toContainText(like(en.status.swinging.worse(ANY, ANY)));
  const swing = (await playground.frame()).loss;
  await page.getByRole("button", { name: like(en.coach.rate(ANY)) }).click();
  await expect(playground.rate).toHaveValue("0.01");
  await playground.train(200);
  expect((await playground.frame()).loss).toBeLessThan(swing);
  await playground.openPicture("weights");
  await playground.setRate("0.001");
  await playground.reset.click();
  await playground.train(200);
  await expect(status).toContainText(en.status.paused.name);
  await page
    .getByRole("button", { name: like(en.weights.changeValue(en.parameters.weightOf(en.names.study), ANY)) })
    .click();
  const field = page.getByRole("textbox", { name: en.parameters.weightOf(en.names.study), exact: true });
  await field.fill("9");
  await field.press("Enter");
  await expect.poll(async () => (await playground.frame()).loss).toBeGreaterThan(400);
  await expect(status).toContainText(en.status.paused.name);
});

test("a run that blows up says why, and goes on well from its best step at half the bound", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.change(descent(1e-5));
  await playground.train(100);
  const { loss } = await playground.frame();
  await playground.setRate("0.03");
  await playground.play.click();
  const coach = page.getByRole("status", { name: en.outcome.label });
  await expect(coach).toContainText(en.coach.overBound("0.03", "0.000044"));
  await expect(playground.play).toBeVisible();
  await playground.expectNoBrokenNumber();
  await expectAccessible(page, { parts: [".coach", ".rate"] });
  await coach.getByRole("button", { name: like(en.coach.back(ANY)) }).click();
  await expect(coach).toBeHidden();
  await expect(playground.rate).toHaveValue("0.000022");
  const back = await playground.frame();
  expect(back.diverged).toBe(false);
  expect(back.loss).toBeLessThanOrEqual(loss);
  await playground.train(500);
  expect((await playground.frame()).loss).toBeLessThanOrEqual(loss);
});

test("a run that gets worse says so at the rate, and moves nothing on a phone", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open();
  await playground.change(descent(1e-5));
  const rate = page.getByRole("region", { name: en.fields["training.learning_rate"] });
  const places = (): Promise<number[]> =>
    page.evaluate(() =>
      [".stage", ".rate input[type=range]", ".strip"].map(
        (part) => document.querySelector(part)?.getBoundingClientRect().top ?? Number.NaN,
      ),
    );
  await expect(rate).toContainText(en.rateBound.now(en.rateBound.zones.good));
  const before = await places();
  await playground.setRate("0.00006");
  await playground.train(8);
  await expect(rate).toContainText(`${en.rateBound.worse}${en.rateBound.over("0.000044")}`);
  expect(await places()).toEqual(before);
  const coach = page.getByRole("status", { name: en.outcome.label });
  await expect(coach).toBeHidden();
  await page.getByRole("button", { name: en.outcome.label }).click();
  await coach.getByRole("button", { name: like(en.coach.back(ANY)) }).click();
  await expect(coach).toBeHidden();
  expect(await places()).toEqual(before);
});

test("scores that are too large for the rate are scaled by a press", async ({ page, playground }) => {
  await playground.open();
  await playground.change(descent(0.03));
  await playground.train(50);
  const coach = page.getByRole("status", { name: en.outcome.label });
  await coach.getByRole("button", { name: en.coach.scale }).press("Enter");
  await expect(coach).toBeHidden();
  await playground.train(500);
  const { diverged, loss } = await playground.frame();
  expect(diverged).toBe(false);
  expect(loss).toBeLessThan(2);
});

test("a saturated sigmoid pauses, says that its gradients are 0, and learns with a bias", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.change((experiment) => {
    const { model, training } = experiment;
    experiment.scaling = "raw";
    Object.assign(model, { weights: "sum_to_one", bias: false, initial: { kind: "zeros" } });
    Object.assign(training, { loss: { kind: "absolute" }, batch_size: 1 });
  });
  await playground.atFullSpeed();
  await playground.play.click();
  const coach = page.getByRole("status", { name: en.outcome.label });
  await expect(page.getByRole("status", { name: en.status.label })).toContainText(en.status.stuck.advice);
  await expect(coach).toContainText(like(en.coach.saturated(ANY, ANY)));
  await expect(playground.play).toBeVisible();
  await coach.getByRole("button", { name: en.coach.bias }).click();
  const before = await playground.frame();
  await playground.train(2000);
  expect((await playground.frame()).loss).toBeLessThan(0.8 * before.loss);
});

test("students who are all alike break nothing", async ({ page, playground }) => {
  await playground.open();
  for (const scores of [
    [0, 0, 0],
    [90, 90, 90],
  ]) {
    await playground.change((experiment) => {
      descent(1)(experiment);
      for (const student of experiment.table.students) student.scores = [...scores];
    });
    await playground.train(200);
    await expect(page.getByRole("region", { name: en.fields["training.learning_rate"] })).toContainText(
      scores[0] === 0 ? en.rateBound.no_curvature : like(`${en.rateBound.worse}${en.rateBound.over(ANY)}`),
    );
    await playground.expectNoBrokenNumber();
  }
});
