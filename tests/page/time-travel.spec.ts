/** Going back in a run. */
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("a past step is seen as it was, and the run goes the same way again", async ({ page, playground }) => {
  await playground.open("award");
  await playground.train(200);
  const then = await playground.frame();
  await playground.train(300);
  const now = await playground.frame();
  const past = page.getByRole("slider", { name: en.loss.timeline });
  await expect(past).toHaveAttribute("aria-valuetext", like(en.loss.place(ANY, "500", "500", ANY)));
  await past.fill("200");
  expect(await playground.frame()).toEqual({ ...then, history: now.history, furthest: 500 });
  const status = page.getByRole("status", { name: en.status.label });
  await expect(status).toContainText(en.status.past.name);
  // By keyboard, too.
  await past.press("ArrowRight");
  await expect(past).toHaveAttribute("aria-valuetext", like(en.loss.place(ANY, "201", "500", ANY)));
  await past.press("End");
  expect(await playground.frame()).toEqual(now);
  await past.fill("200");
  await playground.train(300);
  expect(await playground.frame()).toEqual(now);
  await expectAccessible(page, { parts: ["header"] });
});

test("a setting changed in the past begins another way, and the past keeps its own rate", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.train(100);
  const rate = await playground.rate.inputValue();
  await playground.setRate("0.005");
  await playground.train(100);
  const past = page.getByRole("slider", { name: en.loss.timeline });
  await past.fill("50");
  await expect(playground.rate).toHaveValue(rate);
  await past.fill("150");
  await expect(playground.rate).toHaveValue("0.005");
  await past.fill("50");
  await playground.setRate("0.02");
  await expect(past).toHaveAttribute("aria-valuetext", like(en.loss.place(ANY, "50", "50", ANY)));
  await playground.train(10);
  await expect(past).toHaveAttribute("aria-valuetext", like(en.loss.place(ANY, "60", "60", ANY)));
  // A change of the data starts anew: there is no past then.
  await playground.step.click();
  await page.getByRole("button", { name: en.transport.reset, exact: true }).click();
  await expect(past).toBeDisabled();
});

test("who scrubs while it trains sees the past, and nothing is lost", async ({ page, playground }) => {
  await playground.open();
  await playground.play.click();
  const past = page.getByRole("slider", { name: en.loss.timeline });
  await expect(past).toBeEnabled();
  await past.press("Home");
  await expect(playground.play).toBeVisible();
  const { updates, furthest } = await playground.frame();
  expect(updates).toBe(0);
  expect(furthest).toBeGreaterThan(0);
});

test("another setting in the past goes another way from the weights of then", async ({ page, playground }) => {
  await playground.open("award");
  await playground.train(300);
  const past = page.getByRole("slider", { name: en.loss.timeline });
  await past.fill("120");
  const then = await playground.frame();
  await playground.select(en.fields["training.optimizer"], "momentum");
  const now = await playground.frame();
  expect([now.updates, now.furthest]).toEqual([0, 0]);
  expect(now.loss).toBeCloseTo(then.loss, 6);
  const status = page.getByRole("status", { name: en.status.label });
  await expect(status).toContainText(en.status.forked.name);
  await playground.train(50);
  await past.fill("0");
  expect((await playground.frame()).loss).toBeCloseTo(then.loss, 6);
  // The weights that are read stay under another scaling.
  await past.fill("20");
  const later = await playground.frame();
  await playground.select(en.fields.scaling, "divide_by_100");
  await expect(status).toContainText(en.status.forked.name);
  expect((await playground.frame()).layers[0]?.weights[0]).toBeCloseTo(later.layers[0]?.weights[0] ?? 0, 1);
  await page.getByRole("button", { name: en.transport.reset, exact: true }).click();
  await expect(status).toContainText(en.status.ready.name);
  expect((await playground.frame()).layers[0]?.weights[0]).toBe(0);
});
