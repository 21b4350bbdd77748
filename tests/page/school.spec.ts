/** The secret school. */
import { expectAccessible } from "./axe";
import { expect, test, testOnOwnPage } from "./playground";

testOnOwnPage(
  "a learner guesses a secret rule, lets the machine look, and both are scored on unseen students",
  async ({ page, playground }) => {
    // The same school each time: of some drawn ones 3,000 steps find less.
    await page.addInitScript(() => {
      let drawn = 0;
      Math.random = () => (drawn = (drawn + 0.37) % 1);
    });
    await playground.open();
    await playground.openColumn("The secret school");
    const school = page.getByRole("region", { name: "The secret school" });
    await school.getByRole("button", { name: "Open a school of totals" }).click();
    await expect.poll(async () => (await playground.experiment()).table.students.length).toBe(8);
    await expect(school).not.toContainText("The school's rule:");
    const before = await school.getByText(/^With this guess the loss is/).textContent();
    await school.getByRole("slider", { name: "Your weight of Moral" }).fill("0.9");
    await expect(school).toContainText("1 try");
    await expect(school.getByText(/^With this guess the loss is/)).not.toHaveText(before ?? "");
    await playground.train(3000);
    await expect(school).toContainText(/After 3,000 steps the machine.s loss is (0\.0|[\d.]+×10⁻)/);
    await school.getByRole("button", { name: "Score both and show the rule" }).press("Enter");
    const scores = school.getByRole("status");
    await expect(scores).toContainText("The machine is nearer.");
    await expect(scores).toContainText("The school's rule: 0.");
    await expectAccessible(page, { parts: [".school"] });
    await page.getByRole("button", { name: "中文" }).click();
    await expect(page.getByRole("region", { name: "秘密学校" })).toContainText("机器更准。");
  },
);

test("awards have a pass mark to guess, and what cannot be guessed says why", async ({ page, playground }) => {
  await playground.open();
  await playground.openColumn("The secret school");
  const school = page.getByRole("region", { name: "The secret school" });
  await school.getByRole("button", { name: "Open a school of awards" }).click();
  await school.getByRole("slider", { name: "Your pass mark" }).fill("95");
  await playground.train(500);
  await school.getByRole("button", { name: "Score both and show the rule" }).click();
  await expect(school.getByRole("status")).toContainText(/The machine: >?\d+% right/);
  await expect(school.getByRole("status")).toContainText("pass mark 95");
  await page.getByRole("switch", { name: "Bias" }).click();
  await expect(school.getByRole("status")).toContainText("switch the bias on");
  // A table whose rule nobody knows.
  await playground.change(({ table, model, training }) => {
    table.subjects = ["x"];
    table.classes = [];
    table.students = [{ name: "only", scores: [50], target: 3, included: true }];
    model.output = "linear";
    training.loss = { kind: "squared" };
  });
  await expect(school.getByRole("status")).toContainText("Nobody knows this table's rule");
  await playground.expectNoBrokenNumber();
});

test("a secret rule of nothing but zeros is found and scored as any other", async ({ page, playground }) => {
  await playground.open();
  await page.getByRole("button", { name: "Make a class" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a class" });
  await dialog.getByRole("combobox", { name: "Target" }).selectOption("The total itself");
  for (const subject of ["Moral", "Study", "Sport"]) {
    await dialog.getByRole("textbox", { name: `Weight of ${subject}`, exact: true }).fill("0");
  }
  await dialog.getByRole("checkbox", { name: "Keep the rule secret" }).check();
  await dialog.getByRole("button", { name: "Make this class" }).click();
  await expect(dialog).toBeHidden();
  await playground.openColumn("The secret school");
  const school = page.getByRole("region", { name: "The secret school" });
  await playground.train(100);
  await playground.openPicture("Why not these?");
  await expect(page.getByRole("article", { name: "Why not these?" }).getByRole("status")).toContainText(
    "only (0, 0, 0)",
  );
  await school.getByRole("button", { name: "Score both and show the rule" }).click();
  await expect(school.getByRole("status")).toContainText("The school's rule: 0 / 0 / 0");
  await expect(school.getByRole("status")).toContainText("The machine is nearer.");
  await playground.expectNoBrokenNumber();
});
