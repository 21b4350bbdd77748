/** One step by hand. */
import type { Locator } from "@playwright/test";
import { lastPlace, workOut } from "../../web/pictures/arithmetic/read-math.testing";
import { expectAccessible } from "./axe";
import { expect, test, testOnOwnPage } from "./playground";
import { ANY, en, like, zh } from "./words";

const STAGES = [
  en.arithmetic.stages.data,
  en.arithmetic.stages.prediction,
  en.arithmetic.stages.loss,
  en.arithmetic.stages.gradient,
  en.arithmetic.stages.update,
] as const;

/** Works out every line of numbers that is shown, as with a pocket calculator; returns how many there were. */
async function checkByHand(card: Locator): Promise<number> {
  const lines = await card
    .locator(".lines")
    .evaluateAll((all) =>
      all.map((one) => ["numbers", "result"].map((kind) => one.querySelector(`.${kind}`)?.innerHTML ?? "")),
    );
  let checked = 0;
  for (const [numbers = "", result = ""] of lines) {
    expect(result).not.toMatch(/NaN|Infinity|–/);
    if (numbers === "" || result.includes("≈")) continue;
    expect(Math.abs(workOut(numbers) - workOut(result))).toBeLessThanOrEqual(0.5000001 * lastPlace(result));
    checked += 1;
  }
  return checked;
}

test("every number of a step is worked out by hand, and the step taken is the one shown", { tag: "@engine" }, async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("arithmetic");
  const card = page.getByRole("article", { name: en.titles.arithmetic });
  await expect(card).toContainText(en.arithmetic.batch(1, 2));
  // Plain gradient descent comes first: 0 − 0.00001 × (−15300), where −15300 is 2 × (0 − 85) × 90.
  await expect(card).toContainText(like(en.arithmetic.plainFirst(ANY, ANY)));
  await card.getByRole("button", { name: en.arithmetic.stages.update, exact: true }).click();
  await expect(card.locator(".result").last()).toHaveText(/= 0\.153\s*$/);
  await card.getByRole("button", { name: en.arithmetic.book }).click();
  await expect(card).not.toContainText(like(en.arithmetic.plainFirst(ANY, ANY)));
  for (const stage of STAGES) {
    await card.getByRole("button", { name: stage, exact: true }).press("Enter");
    await expect(card.getByRole("button", { name: stage, exact: true })).toHaveAttribute("aria-current", "step");
    if (stage !== en.arithmetic.stages.data) expect(await checkByHand(card)).toBeGreaterThan(0);
  }
  // The article's first step: 0 − 0.001 × (−90) / √(0.9 + 0.1 × 90² + ε).
  await expect(card.locator(".result").nth(-2)).toContainText("0.0031605");
  // And for comparison 0 − 0.001 × (−90).
  await expect(card.locator(".beside .result")).toHaveText(/= 0\.09\s*$/);
  await expectAccessible(page, { parts: ["article.arithmetic"] });
  await card.getByRole("button", { name: en.arithmetic.doStep }).click();
  await expect(card).toContainText(en.arithmetic.step("2"));
  await expect(card.getByRole("button", { name: en.arithmetic.stages.data, exact: true })).toHaveAttribute(
    "aria-current",
    "step",
  );
  // The second step looks at the other student, and starts where the first one led.
  await expect(card.getByRole("rowheader", { name: "B" })).toBeVisible();
  await card.getByRole("button", { name: en.arithmetic.stages.prediction, exact: true }).click();
  await expect(card.locator(".numbers").first()).toContainText("0.00316052×98");
});

test("the plain step that is shown first is the one that is taken, and the book's way comes back", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("arithmetic");
  const card = page.getByRole("article", { name: en.titles.arithmetic });
  await card.getByRole("button", { name: en.arithmetic.doStep }).click();
  await expect(card).toContainText(en.arithmetic.step("2"));
  expect((await playground.experiment()).training.optimizer.kind).toBe("sgd");
  expect(Array.from((await playground.frame()).layers[0]?.weights ?? [], (weight) => weight.toFixed(6))).toEqual([
    "0.153000",
    "0.136000",
    "0.119000",
  ]);
  await card.getByRole("button", { name: en.arithmetic.book }).click();
  await expect(card).toContainText(en.arithmetic.step("1"));
  expect((await playground.experiment()).training.optimizer.kind).toBe("rmsprop_tensorflow1");
});

test("networks are followed by neuron and weight, students by the table, and any past step is there", async ({
  page,
  playground,
}) => {
  await playground.open("layers");
  await playground.train(100);
  await playground.openPicture("arithmetic");
  const card = page.getByRole("article", { name: en.titles.arithmetic });
  await expect(card).toContainText(en.arithmetic.step("101"));
  await card.getByRole("combobox", { name: en.arithmetic.neuron }).selectOption(en.parameters.neuron(1, 3));
  await card.getByRole("combobox", { name: en.arithmetic.weight }).selectOption(en.arithmetic.bias);
  for (const stage of STAGES.slice(1)) {
    await card.getByRole("button", { name: stage, exact: true }).click();
    expect(await checkByHand(card)).toBeGreaterThan(0);
  }
  await expect(card).toContainText(en.arithmetic.titles.update(en.parameters.biasOf(en.parameters.neuron(1, 3))));
  const student = card.getByRole("combobox", { name: en.arithmetic.student });
  const other = (await student.locator("option").nth(4).textContent()) ?? "";
  await student.selectOption(other);
  await card.getByRole("button", { name: en.arithmetic.stages.loss, exact: true }).click();
  await expect(card).toContainText(en.arithmetic.titles.loss(other));
  // An edge that is pressed in the picture is followed.
  const diagram = card.getByRole("img", { name: like(en.arithmetic.diagram(ANY)) });
  const { width, height } = (await diagram.boundingBox()) ?? { width: 0, height: 0 };
  const followed = card.getByRole("combobox", { name: en.arithmetic.neuron });
  // The topmost neuron of six stands in the middle, as far as the names at both sides are alike.
  for (const aside of [0, -15, 15, -30, 30]) {
    await diagram.click({ position: { x: width / 2 + aside, y: height / 12 + 4 } });
    if ((await followed.inputValue()) !== "2") break;
  }
  await expect(followed).not.toHaveValue("2");
  // The letters are told in a list, and where they are pointed at.
  await card.getByText(en.arithmetic.letters).click();
  await expect(card.getByRole("row", { name: like(en.arithmetic.means.prediction(ANY)) }).first()).toBeVisible();
  await card.locator(".numbers .letter").first().hover();
  await expect(card).not.toContainText(en.arithmetic.point);
  await page.getByRole("slider", { name: en.loss.timeline }).fill("7");
  await expect(card).toContainText(en.arithmetic.step("8"));
});

testOnOwnPage("slow motion goes from stage to stage and takes the step", async ({ page, playground }) => {
  await playground.open("award");
  await playground.openPicture("arithmetic");
  const card = page.getByRole("article", { name: en.titles.arithmetic });
  await expect(card).toContainText(en.arithmetic.step("1"));
  await page.clock.install();
  await card.getByRole("button", { name: en.arithmetic.slow }).click();
  for (const stage of STAGES.slice(1)) {
    await page.clock.runFor(2700);
    await expect(card.getByRole("button", { name: stage, exact: true })).toHaveAttribute("aria-current", "step");
  }
  await page.clock.runFor(2700);
  await expect(card).toContainText(en.arithmetic.step("2"));
  await card.getByRole("button", { name: en.arithmetic.stop }).click();
  await page.clock.runFor(10_000);
  await expect(card).toContainText(en.arithmetic.step("2"));
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("article", { name: zh.titles.arithmetic })).toContainText(zh.arithmetic.step("2"));
});

test("a run that leaves the numbers has no next step, and every setting is written out", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("arithmetic");
  const card = page.getByRole("article", { name: en.titles.arithmetic });
  await playground.change(({ training }) => {
    training.optimizer = { kind: "sgd" };
    training.loss = { kind: "squared" };
    training.learning_rate = 1;
  });
  await playground.train(2000);
  await expect(card).toContainText(en.arithmetic.noStep);
  await playground.change(({ model, training }) => {
    model.weights = "sum_to_one";
    training.learning_rate = 0.001;
    training.l2 = 0.1;
  });
  for (const stage of STAGES.slice(1)) {
    await card.getByRole("button", { name: stage, exact: true }).click();
    expect(await checkByHand(card)).toBeGreaterThan(0);
  }
  await playground.expectNoBrokenNumber();
});
