/** A class made to order: its rule, what comes of it before it is taken, and the secret that is kept. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./playground";
import { ANY, en, like, zh } from "./words";

async function openMaker(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: en.data.make }).click();
  const dialog = page.getByRole("dialog", { name: en.data.make });
  await expect(dialog.getByRole("button", { name: en.maker.take })).toBeEnabled();
  return dialog;
}

async function make(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: en.maker.take }).click();
  await expect(dialog).toBeHidden();
}

function field(dialog: Locator, name: string): Locator {
  return dialog.getByRole("textbox", { name, exact: true });
}

/** The scores of a made student, who has one in each of three subjects. */
function allOf([first, second, third]: readonly (number | null)[]): [number, number, number] {
  if (first == null || second == null || third == null) throw new Error("a score is missing");
  return [first, second, third];
}

test.beforeEach(async ({ playground }) => {
  await playground.open("weights");
});

test("the article's class is made by Enter, and the machine learns its award", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  const said = await dialog.getByText(like(en.maker.awards(ANY, "80"))).innerText();
  await expect(dialog.getByRole("button", { name: en.maker.take })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(en.maker.made("80"))).toBeVisible();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByText(zh.maker.made("80"))).toBeVisible();
  await page.getByRole("button", { name: zh.language.en }).click();

  const { table } = await playground.experiment();
  expect(table.students).toHaveLength(80);
  expect(table.subjects).toEqual(["德育", "智育", "体育"]);
  expect(said).toContain(en.maker.awards(String(table.students.filter(({ target }) => target === "是").length), "80"));
  for (const { scores, target } of table.students) {
    const [moral, study, sport] = allOf(scores);
    expect(target).toBe(Math.round(60 * moral + 30 * study + 10 * sport) >= 9500 ? "是" : "否");
  }
  await playground.train(2000);
  expect((await playground.frame()).accuracy).toBeGreaterThan(0.9);
  await playground.expectNoBrokenNumber();
});

test("a class that was made is taken back, and the other case is as it was", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  await field(dialog, en.maker.students).fill("7");
  await make(dialog);
  expect((await playground.experiment()).table.students).toHaveLength(7);
  await page.keyboard.press("Control+z");
  expect((await playground.experiment()).table.students).toHaveLength(80);
  await page.keyboard.press("Control+Shift+Z");
  expect((await playground.experiment()).table.students).toHaveLength(7);
  await playground.choose("weights");
  expect((await playground.experiment()).table.students).toHaveLength(2);
});

test("a school of one's own: subjects, weights, scores, totals", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  await field(dialog, en.maker.students).fill("12");
  await dialog.getByRole("combobox", { name: en.maker.scores }).selectOption(en.maker.scoresChoices.uniform);
  await field(dialog, en.maker.low).fill("40");
  await field(dialog, en.maker.high).fill("50");
  await dialog.getByRole("button", { name: en.maker.removeSubject(en.names.sport) }).click();
  await dialog.getByRole("button", { name: en.maker.addSubject }).click();
  const third = field(dialog, en.maker.subjectName(3));
  await third.press("Control+a");
  await third.pressSequentially("音乐");
  await third.press("Tab");
  await field(dialog, en.maker.subjectWeight("音乐")).fill("2");
  await dialog.getByRole("combobox", { name: en.maker.outcome }).selectOption(en.maker.outcomes.total);
  await expect(dialog).toContainText(like(en.maker.totals(`1${ANY}`, ANY)));
  await make(dialog);

  const { table } = await playground.experiment();
  expect(table.subjects).toEqual(["德育", "智育", "音乐"]);
  expect(table.classes).toEqual([]);
  expect(table.students).toHaveLength(12);
  for (const { scores, target } of table.students) {
    for (const score of scores) expect(score).toBeGreaterThanOrEqual(40);
    for (const score of scores) expect(score).toBeLessThanOrEqual(50);
    const [moral, study, music] = allOf(scores);
    // To a hundredth of a point, as a school writes it.
    expect(target).toBeCloseTo(0.6 * moral + 0.3 * study + 2 * music, 1);
  }
});

test("the same seed makes the same class, another seed another one", async ({ playground, page }) => {
  const tables: string[] = [];
  for (const other of [false, false, true]) {
    const dialog = await openMaker(page);
    if (other) {
      await dialog.getByRole("button", { name: en.maker.dice }).click();
      await expect(field(dialog, en.maker.seed)).not.toHaveValue("1");
    }
    await make(dialog);
    tables.push(JSON.stringify((await playground.experiment()).table));
  }
  expect(tables[1]).toBe(tables[0]);
  expect(tables[2]).not.toBe(tables[0]);
});

test("wrong labels are as many as asked for", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  await field(dialog, en.maker.wrong).fill("10");
  await make(dialog);
  const { table } = await playground.experiment();
  const wrong = table.students.filter(({ scores, target }) => {
    const [moral, study, sport] = allOf(scores);
    return (Math.round(60 * moral + 30 * study + 10 * sport) >= 9500 ? "是" : "否") !== target;
  });
  expect(wrong).toHaveLength(8);
});

test("a rule that is kept secret shows only when it is revealed", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  await field(dialog, en.maker.subjectWeight(en.names.moral)).fill("0.37");
  await dialog.getByRole("checkbox", { name: en.maker.keep }).check();
  await make(dialog);
  await expect(page.getByText(en.maker.kept)).toBeVisible();
  await playground.step.click();
  await expect(page.getByText("0.37")).toHaveCount(0);
  await page.getByRole("button", { name: en.maker.reveal }).click();
  await expect(
    page.getByText(
      en.maker.revealed(`0.37 × ${en.names.moral} + 0.3 × ${en.names.study} + 0.1 × ${en.names.sport} ≥ 95`),
    ),
  ).toBeVisible();
});

test("a secret rule goes with a shared link and stays secret", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  await dialog.getByRole("checkbox", { name: en.maker.keep }).check();
  await make(dialog);
  await page.getByRole("button", { name: en.share.name, exact: true }).click();
  const share = page.getByRole("dialog", { name: en.sharing.title });
  const link = await share.getByRole("textbox", { name: en.sharing.field }).inputValue();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(playground.play).toBeVisible();
  await expect(page.getByRole("button", { name: en.maker.reveal })).toBeVisible();
});

test("a field that holds no number is named, and nothing is made of it", async ({ playground, page }) => {
  const dialog = await openMaker(page);
  const input = field(dialog, en.maker.subjectWeight(en.names.study));
  const before = await input.inputValue();
  await input.fill("abc");
  await expect(dialog).toContainText(en.refusal.field(en.maker.fields["rule.weights"]));
  await expect(dialog.getByRole("button", { name: en.maker.take })).toBeDisabled();
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await input.fill(before);
  await expect(dialog.getByRole("button", { name: en.maker.take })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: en.data.make })).toBeFocused();
  expect((await playground.experiment()).table.students).toHaveLength(2);
});
