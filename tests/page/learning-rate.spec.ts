/** How far the learning rate may go, and what to do where it went too far. */
import type { Experiment } from "../../web/engine/engine";
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";

/** Plain descent on a squared loss, all students at once. */
function descent(rate: number): (experiment: Experiment) => void {
  return ({ training }) => {
    Object.assign(training, { loss: { kind: "squared" }, optimizer: { kind: "sgd" }, batch_size: null });
    training.learning_rate = rate;
  };
}

test("the mark says how far the rate may go, and moves with the scaling", async ({ page, playground }) => {
  await playground.open();
  const model = page.getByRole("region", { name: "Model" });
  await expect(model).toContainText("This loss is not curved here");
  await playground.change(descent(1e-6));
  await expect(model).toContainText("Bound 4.4×10⁻⁵");
  await expect(model).toContainText("now: very slow");
  for (const [rate, verdict] of [
    ["1e-5", "good"],
    ["3e-5", "swings, then settles"],
    ["1e-4", "diverges"],
  ] as const) {
    await playground.setRate(rate);
    await expect(model).toContainText(`now: ${verdict}`);
  }
  await playground.select("Scaling", "divide_by_100");
  await expect(model).toContainText("Bound 0.44");
  await playground.change(({ training }) => {
    training.loss = { kind: "absolute" };
  });
  await expect(model).toContainText("This loss is not curved here");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("region", { name: "模型" })).toContainText("这个损失在这里没有弯曲");
});

test("an optimizer that divides gradients has the bound of what it remembers, beyond which it swings", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  const model = page.getByRole("region", { name: "Model" });
  await expect(model).toContainText("its bound is known after the first one");
  await playground.train(200);
  await expect(model).toContainText(/Bound now [\d.]/);
  await expect(model).toContainText("the bound moves as it learns");
  await expect(model).toContainText(/now: (below it|above it: swings)/);
  await playground.setRate("1e-5");
  await expect(model).toContainText("now: below it");
  await playground.setRate("9");
  await expect(model).toContainText("now: above it: swings");
  await expect(model.getByTitle("It does not run away, however large the rate")).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("region", { name: "模型" })).toContainText("现在：超过上限，来回摆");
  await expect(page.getByRole("region", { name: "模型" })).toContainText("边学边变");
});

test("the mark compares the rate in force, and says whose bound it is", async ({ page, playground }) => {
  await playground.open();
  await playground.change((experiment) => {
    descent(0.3)(experiment);
    experiment.scaling = "divide_by_100";
    Object.assign(experiment.training, { batch_size: 1, schedule: { kind: "warm_up", steps: 10 } });
  });
  const model = page.getByRole("region", { name: "Model" });
  await expect(model).toContainText("Bound 0.44");
  await expect(model).toContainText("Rate schedule: 0.03 at this step.");
  await expect(model).toContainText("now: good");
  await expect(model).toContainText("Every small batch has its own");
  await playground.train(10);
  await expect(model).toContainText("Rate schedule: 0.3 at this step.");
  await expect(model).toContainText("now: swings, then settles");
});

test("where the loss is curved otherwise elsewhere nothing is promised on either side", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.change(({ training }) => {
    Object.assign(training, { optimizer: { kind: "sgd" }, learning_rate: 1e-6 });
  });
  const model = page.getByRole("region", { name: "Model" });
  await expect(model).toContainText("Bound here");
  await expect(model).toContainText("now: below it");
  await playground.setRate("9");
  await expect(model).toContainText("now: above it: swings");
});

test("where decay of the weights alone makes a run diverge the mark says so", async ({ page, playground }) => {
  await playground.open("award");
  await playground.change(({ training }) => {
    training.optimizer = { kind: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.5 };
    training.learning_rate = 0.01;
  });
  await playground.train(50);
  const model = page.getByRole("region", { name: "Model" });
  await expect(model).toContainText("now: below it");
  await expect(model.getByTitle("From 4 on, weight decay alone makes it diverge")).toBeVisible();
  await playground.setRate("3.9");
  await expect(model).toContainText("now: above it: swings");
  await playground.train(2000);
  expect((await playground.frame()).status).not.toBe("diverged");
  await playground.setRate("5");
  await expect(model).toContainText("now: diverges");
  await playground.train(2000);
  expect((await playground.frame()).status).toBe("diverged");
});

test("a rate far too large that does not diverge is said to be one, weights by hand are not", async ({
  page,
  playground,
}) => {
  await playground.open();
  const status = page.getByRole("status", { name: "Status" });
  await playground.setRate("10");
  await playground.train(200);
  await expect(status).toContainText("take a smaller learning rate and reset");
  await playground.setRate("0.001");
  await playground.reset.click();
  await playground.train(200);
  await expect(status).toContainText("Paused");
  await page.getByRole("button", { name: /^Weight of Study: / }).click();
  const field = page.getByRole("textbox", { name: "Weight of Study", exact: true });
  await field.fill("9");
  await field.press("Enter");
  await expect.poll(async () => (await playground.frame()).loss).toBeGreaterThan(400);
  await expect(status).toContainText("Paused");
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
  const coach = page.getByRole("status", { name: "What happened" });
  await expect(coach).toContainText("The learning rate 0.03 is over the bound 4.4×10⁻⁵ here");
  await expect(playground.play).toBeVisible();
  await playground.expectNoBrokenNumber();
  await expectAccessible(page, { parts: [".coach", ".rate"] });
  await coach.getByRole("button", { name: "Back to the step with the lowest loss" }).click();
  await expect(coach).toBeHidden();
  await expect(playground.rate).toHaveValue("2.2e-5");
  const back = await playground.frame();
  expect(back.status).toBe("running");
  expect(back.loss).toBeLessThanOrEqual(loss);
  await playground.train(500);
  expect((await playground.frame()).loss).toBeLessThanOrEqual(loss);
});

test("scores that are too large for the rate are scaled by a press", async ({ page, playground }) => {
  await playground.open();
  await playground.change(descent(0.03));
  await playground.train(50);
  const coach = page.getByRole("status", { name: "What happened" });
  await coach.getByRole("button", { name: "Divide the scores by 100" }).press("Enter");
  await expect(coach).toBeHidden();
  await playground.train(500);
  const { status, loss } = await playground.frame();
  expect(status).not.toBe("diverged");
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
  const coach = page.getByRole("status", { name: "What happened" });
  await expect(coach).toContainText("every gradient is exactly 0");
  await expect(coach).toContainText("1.0000000");
  await expect(playground.play).toBeVisible();
  await coach.getByRole("button", { name: "Add a bias and standardize the scores" }).click();
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
    await expect(page.getByRole("region", { name: "Model" })).toContainText(
      scores[0] === 0 ? "not curved" : "now: diverges",
    );
    await playground.expectNoBrokenNumber();
  }
});
