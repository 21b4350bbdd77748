/** The article on trial. */
import { readFileSync } from "node:fs";
import type { Card } from "../../web/learn/article/cards";
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";
import { ANY, en, like, zh } from "./words";

const CARDS: readonly Card[] = JSON.parse(
  readFileSync(new URL("../../web/learn/article/cards.json", import.meta.url), "utf8"),
).cards;

function claimOf(number: number): Card {
  const card = CARDS.find((card) => card.number === number);
  if (card === undefined) throw new Error(`no claim ${number}`);
  return card;
}

test("a learner tries a claim, guesses, and reads the verdict in the run's own numbers", async ({
  page,
  playground,
}) => {
  const { claim: text, why } = claimOf(9);
  await playground.open("award");
  await playground.openColumn("article");
  const article = page.getByRole("region", { name: en.article.title });
  await expect(article.getByRole("listitem")).toHaveCount(38);
  const claim = article.getByRole("button", { name: text.en });
  await claim.click();
  await expect(article).not.toContainText(why.en);
  await article.getByRole("button", { name: en.article.load }).click();
  await expect(page.getByRole("article", { name: en.titles.family })).toContainText(like(en.family.told(1, 1, ANY)));
  await article.getByRole("button", { name: en.article.run("10,000") }).click();
  const { predictions } = await playground.frame();
  expect(predictions[1]).toBeCloseTo(99.4, 1);
  await article.getByRole("button", { name: en.article.guesses.half }).press("Enter");
  await expect(article).toContainText(en.article.missed(en.article.guesses.half));
  await expect(article).toContainText(why.en);
  await expect(article.getByRole("status")).toContainText(en.article.tally(1, 0));
  await expectAccessible(page, { parts: [".article"] });
  expect(why.en).toContain("99.4");
  // Verdicts are shown of what was guessed alone; guesses outlive the page.
  await article.getByRole("combobox", { name: en.article.show }).selectOption(en.article.verdicts.wrong);
  await expect(article.getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await playground.openColumn("article");
  await expect(article.getByRole("status")).toContainText(like(en.article.tally(1, ANY)));
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("region", { name: zh.article.title })).toContainText(text.zh);
});

test("a claim of another case opens its case and its picture, and runs to its verdict's numbers", async ({
  page,
  playground,
}) => {
  const { why } = claimOf(36);
  await playground.open();
  await playground.openColumn("article");
  const card = page.getByRole("region", { name: en.article.title }).getByRole("listitem").nth(35);
  await card.getByRole("button").first().click();
  await card.getByRole("button", { name: en.article.load }).click();
  await expect(page.getByRole("article", { name: en.titles.metrics, exact: true })).toBeVisible();
  await card.getByRole("button", { name: en.article.run("3,000") }).click();
  expect((await playground.frame()).updates).toBe(3000);
  await expect(card.getByRole("alert")).toBeHidden();
  await card.getByRole("button", { name: en.article.guesses.wrong, exact: true }).click();
  await expect(card).toContainText(why.en);
  const { loss, heldOutLoss } = await playground.frame();
  expect(loss).toBeCloseTo(0.00001, 5);
  expect(heldOutLoss).toBeCloseTo(0.034, 3);
  await playground.expectNoBrokenNumber();
});
