/** The secret school. */
import { expectAccessible } from "./axe";
import { expect, test, testOnOwnPage } from "./playground";
import { ANY, en, like, zh } from "./words";

testOnOwnPage(
  "a learner guesses a secret rule, lets the machine look, and both are scored on unseen students",
  async ({ page, playground }) => {
    // The same school each time: of some drawn ones 3,000 steps find less.
    await page.addInitScript(() => {
      let drawn = 0;
      Math.random = () => (drawn = (drawn + 0.37) % 1);
    });
    await playground.open();
    await playground.openColumn("school");
    const school = page.getByRole("region", { name: en.school.title });
    await school.getByRole("button", { name: en.school.open.total }).click();
    await expect.poll(async () => (await playground.experiment()).table.students.length).toBe(8);
    await expect(school).not.toContainText(en.school.rule("", null));
    const before = await school.getByText(like(en.school.loss(ANY))).textContent();
    await school.getByRole("slider", { name: en.school.weightOf(en.names.moral) }).fill("0.9");
    await expect(school).toContainText(en.school.tries(1));
    await expect(school.getByText(like(en.school.loss(ANY)))).not.toHaveText(before ?? "");
    await playground.train(3000);
    await expect(school).toContainText(
      like(en.school.now(`0.0${ANY}`, "3,000"), en.school.now(`${ANY}×10⁻${ANY}`, "3,000")),
    );
    await school.getByRole("button", { name: en.school.score }).press("Enter");
    const scores = school.getByRole("status");
    await expect(scores).toContainText(en.school.lost);
    await expect(scores).toContainText(en.school.rule("0.", null));
    await expectAccessible(page, { parts: [".school"] });
    await page.getByRole("button", { name: en.language.zh }).click();
    await expect(page.getByRole("region", { name: zh.school.title })).toContainText(zh.school.lost);
  },
);

test("awards have a pass mark to guess, and what cannot be guessed says why", async ({ page, playground }) => {
  await playground.open();
  await playground.openColumn("school");
  const school = page.getByRole("region", { name: en.school.title });
  await school.getByRole("button", { name: en.school.open.award }).click();
  await school.getByRole("slider", { name: en.school.mark }).fill("95");
  await playground.train(500);
  await school.getByRole("button", { name: en.school.score }).click();
  await expect(school.getByRole("status")).toContainText(new RegExp(`${en.school.it}>?\\d+% `));
  await expect(school.getByRole("status")).toContainText(en.school.rule("", "95").split(", ")[1] ?? "");
  await page.getByRole("button", { name: en.article.controls }).click();
  await page.getByRole("switch", { name: en.fields["model.bias"] }).click();
  await page.getByRole("button", { name: en.school.title, exact: true }).click();
  await expect(school.getByRole("status")).toContainText(en.school.obstacles.noMark);
  // A table whose rule nobody knows.
  await playground.change(({ table, model, training }) => {
    table.subjects = ["x"];
    table.classes = [];
    table.students = [{ name: "only", scores: [50], target: 3, included: true }];
    model.output = "linear";
    training.loss = { kind: "squared" };
  });
  await expect(school.getByRole("status")).toContainText(en.school.obstacles.noRule);
  await playground.expectNoBrokenNumber();
});

test("a secret rule of nothing but zeros is found and scored as any other", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: en.data.make }).click();
  const dialog = page.getByRole("dialog", { name: en.data.make });
  await dialog.getByRole("combobox", { name: en.maker.outcome }).selectOption(en.maker.outcomes.total);
  for (const subject of [en.names.moral, en.names.study, en.names.sport]) {
    await dialog.getByRole("textbox", { name: en.maker.subjectWeight(subject), exact: true }).fill("0");
  }
  await dialog.getByRole("checkbox", { name: en.maker.keep }).check();
  await dialog.getByRole("button", { name: en.maker.take }).click();
  await expect(dialog).toBeHidden();
  await playground.openColumn("school");
  const school = page.getByRole("region", { name: en.school.title });
  await playground.train(100);
  await playground.openPicture("family");
  await expect(page.getByRole("article", { name: en.titles.family }).getByRole("status")).toContainText(
    en.family.open.point("(0, 0, 0)"),
  );
  await school.getByRole("button", { name: en.school.score }).click();
  await expect(school.getByRole("status")).toContainText(en.school.rule("0 / 0 / 0", null));
  await expect(school.getByRole("status")).toContainText(en.school.lost);
  await playground.expectNoBrokenNumber();
});
