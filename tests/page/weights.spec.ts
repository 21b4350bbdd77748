/** The weights' picture: read, changed by hand, followed over time, laid beside the school's rule. */
import type { Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like, OUT_OF_RANGE } from "./words";

const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const number = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}: `) });

/** Types a number in the place of another and takes it. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await number(page, name).click();
  const field = page.getByRole("textbox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
}

const weights = async (playground: Playground): Promise<readonly number[]> =>
  (await playground.frame()).layers[0]?.weights ?? [];

test("a weight is typed, and training goes on from it", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await playground.train(1000);
  const before = await playground.frame();
  await type(page, en.parameters.weightOf(en.names.moral), "0.9");
  await expect(number(page, en.parameters.weightOf(en.names.moral))).toHaveText("0.90000");
  const [moral, ...others] = await weights(playground);
  expect(moral).toBeCloseTo(0.9, 6);
  expect(others).toEqual(before.layers[0]?.weights.slice(1));
  await playground.train(1);
  const after = await playground.frame();
  expect(after.updates).toBe(before.updates + 1);
  // One update at a rate of 0.001 does not leave the neighbourhood.
  expect(Math.abs((after.layers[0]?.weights[0] ?? 0) - 0.9)).toBeLessThan(0.01);
  await playground.expectNoBrokenNumber();
});

test("after a number is taken the keyboard is where it was", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await number(page, en.parameters.weightOf(en.names.study)).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: en.parameters.weightOf(en.names.study), exact: true })).toBeFocused();
  await page.keyboard.type("0.25");
  await page.keyboard.press("Enter");
  await expect(number(page, en.parameters.weightOf(en.names.study))).toBeFocused();
  await expect(number(page, en.parameters.weightOf(en.names.study))).toHaveText("0.25000");
});

test("what is no weight is refused, with its reason, and nothing changes", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await playground.train(100);
  const before = await weights(playground);
  const refused = page.getByRole("alert");
  for (const [text, reason] of [
    ["abc", en.refusal.sentence("", en.refusal.rules.number('"abc"', { kind: "number" }), en.refusal.kept)],
    ["", like(en.refusal.rules.number(ANY, { kind: "number" }))],
    ["1e400", OUT_OF_RANGE],
    ["1e39", OUT_OF_RANGE],
  ] as const) {
    await type(page, en.parameters.weightOf(en.names.moral), text);
    await expect(refused).toContainText(reason);
    await expect(
      page.getByRole("textbox", { name: en.parameters.weightOf(en.names.moral), exact: true }),
    ).toHaveAttribute("aria-invalid", "true");
    expect(await weights(playground)).toEqual(before);
    await page.keyboard.press("Escape");
    await expect(refused).toBeHidden();
  }
  await playground.expectNoBrokenNumber();
});

test("Escape gives up what was typed", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await number(page, en.parameters.weightOf(en.names.moral)).click();
  await expect(page.getByRole("textbox", { name: en.parameters.weightOf(en.names.moral), exact: true })).toBeFocused();
  await page.keyboard.type("0.7");
  await page.keyboard.press("Escape");
  await expect(number(page, en.parameters.weightOf(en.names.moral))).toHaveText("0.00000");
});

test("a weight is moved by the keyboard", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  const moral = slider(page, en.parameters.weightOf(en.names.moral));
  await moral.focus();
  const text = async (key: string, value: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect(moral).toHaveAttribute("aria-valuetext", value);
  };
  const step = Number(await moral.getAttribute("aria-valuemax")) / 100;
  await text("ArrowRight", step.toFixed(5));
  await text("PageUp", (11 * step).toFixed(5));
  await text("ArrowDown", (10 * step).toFixed(5));
  await page.keyboard.press("Home");
  expect(Number(await moral.getAttribute("aria-valuenow"))).toBeLessThan(0);
});

test("a weight is dragged by its bar", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights", "weights");
  const study = slider(page, en.parameters.weightOf(en.names.study));
  await study.scrollIntoViewIfNeeded();
  const box = await study.boundingBox();
  if (box === null) throw new Error("the bar is not to be seen");
  const limit = Number(await study.getAttribute("aria-valuemax"));
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, middle, { steps: 3 });
  await page.mouse.move(box.x + box.width * 0.75, middle, { steps: 3 });
  await page.mouse.up();
  const [, dragged] = await weights(playground);
  expect(dragged).toBeGreaterThan(limit * 0.45);
  expect(dragged).toBeLessThan(limit * 0.55);
});

test("reset takes back what a hand has changed, and says so before", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  const note = page.getByText(en.shared.byHand);
  await expect(note).toBeHidden();
  await type(page, en.parameters.weightOf(en.names.sport), "0.5");
  await expect(note).toBeVisible();
  await playground.reset.click();
  await expect(note).toBeHidden();
  await expect(number(page, en.parameters.weightOf(en.names.sport))).toHaveText("0.00000");
});

test("under a sum of one the other weights give way", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await playground.change((experiment) => {
    experiment.model.weights = "sum_to_one";
  });
  await type(page, en.parameters.weightOf(en.names.moral), "0.6");
  const now = await weights(playground);
  expect(now[0]).toBeCloseTo(0.6, 4);
  expect(now.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  await type(page, en.parameters.weightOf(en.names.moral), "1.5");
  await expect(page.getByRole("alert")).toContainText(OUT_OF_RANGE);
  expect(await weights(playground)).toEqual(now);
});

test("bias and threshold are set, and the threshold is the one that was typed", async ({ playground, page }) => {
  await playground.open("award", "weights");
  await playground.train(200);
  await type(page, en.weights.threshold, "95");
  await expect(number(page, en.weights.threshold)).toHaveText("95.00");
  await type(page, en.parameters.bias, "-50");
  expect((await playground.frame()).layers[0]?.biases[0]).toBeCloseTo(-50, 4);
  await expect(number(page, en.weights.threshold)).not.toHaveText("95.00");
});

test("each class's weights are changed by their own name", async ({ playground, page }) => {
  await playground.open("honours", "weights");
  await type(page, en.weights.ofClass(en.names.twoGood, en.parameters.weightOf(en.names.study)), "0.125");
  const { layers } = await playground.frame();
  expect(layers[0]?.weights[1 * (layers[0]?.inputs ?? 0) + 1]).toBe(0.125);
});

test("the school's rule is hidden until it is asked for", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  const rule = page.getByText(`${en.names.moral} 0.6, ${en.names.study} 0.3, ${en.names.sport} 0.1`);
  await expect(rule).toBeHidden();
  const reveal = page.getByRole("switch", { name: en.weights.showRule });
  await reveal.check();
  await expect(rule).toBeVisible();
  await playground.train(10);
  await expect(rule).toBeVisible();
  await reveal.uncheck();
  await expect(rule).toBeHidden();
  await playground.choose("honours");
  await expect(reveal).toBeHidden();
});

test("the way of the weights is told and read off", async ({ playground, page }) => {
  await playground.open("weights", "weights");
  await playground.train(400);
  await expect(
    page.getByRole("img", { name: /how each weight moved .* up to epoch 200\. Now Moral 0\.\d+/ }),
  ).toBeVisible();
  const reader = page.getByRole("slider", { name: en.weights.browse });
  await reader.focus();
  await page.keyboard.press("Home");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.weights.reading("0", `${en.names.moral} 0.00000`)));
  await page.keyboard.press("ArrowRight");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.weights.reading("1", `${en.names.moral} 0.00`)));
});
