/** The article on trial. */
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";

test("a learner tries a claim, guesses, and reads the verdict in the run's own numbers", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.openColumn("The article on trial");
  const article = page.getByRole("region", { name: "The article on trial" });
  await expect(article.getByRole("listitem")).toHaveCount(38);
  const claim = article.getByRole("button", { name: "One group of data is enough" });
  await claim.click();
  await expect(article).not.toContainText("infinitely many");
  await article.getByRole("button", { name: "Load the experiment" }).click();
  await expect(page.getByRole("article", { name: "Why not these?" })).toContainText(
    "1 student tells 1 different thing",
  );
  await article.getByRole("button", { name: "Do 10,000 steps" }).click();
  const { predictions } = await playground.frame();
  expect(predictions[1]).toBeCloseTo(99.4, 1);
  await article.getByRole("button", { name: "half right" }).press("Enter");
  await expect(article).toContainText("You guessed “half right”");
  await expect(article).toContainText("predict 99.4 for B");
  await expect(article.getByRole("status")).toContainText("1 guessed, 0 of them rightly");
  await expectAccessible(page, { parts: [".article"] });
  // Verdicts are shown of what was guessed alone; guesses outlive the page.
  await article.getByRole("combobox", { name: "Show" }).selectOption("Wrong");
  await expect(article.getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await playground.openColumn("The article on trial");
  await expect(article.getByRole("status")).toContainText("1 guessed");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("region", { name: "文章受审" })).toContainText("一组数据就够求出权重。");
});

test("every claim's experiment is loaded and run", async ({ page, playground }) => {
  test.setTimeout(120_000);
  await playground.open();
  await playground.openColumn("The article on trial");
  const cards = page.getByRole("region", { name: "The article on trial" }).getByRole("listitem");
  for (let index = 0; index < 38; index += 1) {
    const card = cards.nth(index);
    await card.getByRole("button").first().click();
    await card.getByRole("button", { name: "Load the experiment" }).click();
    const run = card.getByRole("button", { name: /^Do [\d,]+ steps$/ });
    if ((await run.count()) > 0) {
      await run.click();
      const steps = Number((await run.textContent())?.replace(/\D/g, ""));
      const { status, updates } = await playground.frame();
      expect(status === "diverged" || updates === steps).toBe(true);
    }
    await expect(card.getByRole("alert")).toBeHidden();
  }
  await playground.expectNoBrokenNumber();
});
