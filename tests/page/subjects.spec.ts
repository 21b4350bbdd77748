/** Subjects and classes of the table: added, renamed, coloured and removed. */
import { expect, type Playground, test } from "./playground";
import { en } from "./words";

const scores = async (playground: Playground): Promise<(number | null)[][]> =>
  (await playground.experiment()).table.students.map((student) => student.scores);

test("subjects are added, renamed and removed, an irrelevant and a missing one by one press each", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const subjects = async (): Promise<string[]> => (await playground.experiment()).table.subjects;
  await page.getByRole("button", { name: en.data.addIrrelevant }).click();
  await expect.poll(subjects).toEqual(["德育", "智育", "体育", en.data.irrelevantName]);
  const drawn = (await scores(playground)).map((row) => row[3] ?? 0);
  expect(drawn.every((score) => score >= 60 && score <= 100)).toBe(true);
  await expect(await playground.cell("A", en.data.irrelevantName)).toHaveText(String(drawn[0]));
  await page.getByRole("button", { name: en.data.removeSubject(en.names.sport) }).click();
  await expect.poll(subjects).toEqual(["德育", "智育", en.data.irrelevantName]);
  await page.getByRole("button", { name: en.data.undo }).click();
  expect(await subjects()).toEqual(["德育", "智育", "体育", en.data.irrelevantName]);

  // A new one waits for its name.
  await page.getByRole("button", { name: en.data.subject, exact: true }).click();
  await expect(page.getByRole("textbox", { name: en.data.subjectName })).toBeFocused();
  await page.keyboard.type("Art");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Art" })).toBeVisible();
  expect((await scores(playground)).map((row) => row[4])).toEqual([80, 80]);
  await page.getByRole("button", { name: en.data.changePart("Art") }).click();
  await expect(page.getByRole("textbox", { name: en.data.subjectName })).toBeFocused();
  await page.keyboard.type(en.data.irrelevantName);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(
    en.refusal.rules.unique(`"${en.data.irrelevantName}"`, { kind: "unique" }),
  );
  expect((await subjects()).at(-1)).toBe("Art");
  await page.keyboard.press("Escape");
  for (let count = 5; count < 8; count += 1) await page.getByRole("button", { name: en.data.addIrrelevant }).click();
  await expect.poll(subjects).toHaveLength(8);
  await playground.step.click();
  await playground.expectNoBrokenNumber();
});

test("many subjects leave the table its place behind a button, and those that become many are kept in sight", async ({
  playground,
  page,
}) => {
  const give = (count: number): Promise<void> =>
    playground.change(({ table }) => {
      table.subjects = Array.from({ length: count }, (_, index) => `S${index}`);
      for (const student of table.students) student.scores = table.subjects.map((_, index) => 60 + index);
    });
  await playground.open("weights");
  const chips = page.getByRole("group", { name: en.data.subjects, exact: true });
  const fold = page.getByRole("button", { name: en.data.subjects, exact: true });
  await give(12);
  await expect(chips).toBeHidden();
  await fold.click();
  await expect(chips).toBeVisible();
  await fold.click();
  await expect(chips).toBeHidden();
  await give(9);
  await expect(fold).toBeHidden();
  await page.getByRole("button", { name: en.data.subject, exact: true }).click();
  await expect(page.getByRole("textbox", { name: en.data.subjectName })).toBeFocused();
  await expect(fold).toBeVisible();
});

test("a subject is renamed while training goes on", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.step.click();
  await page.getByRole("button", { name: en.data.changePart(en.names.study) }).click();
  await expect(page.getByRole("textbox", { name: en.data.subjectName })).toBeFocused();
  await page.keyboard.type("Maths");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: "Maths" })).toBeVisible();
  await expect(page.getByTestId("updates")).toHaveText("1");
});

test("classes are added, renamed, coloured and removed", async ({ playground, page }) => {
  await playground.open("honours");
  const classes = async (): Promise<string[]> => (await playground.experiment()).table.classes;
  const before = await classes();
  await page.getByRole("button", { name: en.data.class, exact: true }).click();
  await expect(page.getByRole("textbox", { name: en.data.className })).toBeFocused();
  await page.keyboard.type("Star");
  await page.keyboard.press("Enter");
  expect(await classes()).toEqual([...before, "Star"]);
  await (await playground.cell(en.names.student(1), en.names.honour)).click();
  await page.getByRole("combobox", { name: en.data.cellOf(en.names.student(1), en.names.honour) }).selectOption("Star");
  await page.getByRole("button", { name: en.data.changePart("Star") }).click();
  await page.getByRole("radio", { name: en.data.hues[7] ?? "", exact: true }).check();
  const hue = (name: string): Promise<string> =>
    page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token), name);
  expect(await hue("--class-3")).toBe(await hue("--hue-7"));
  await page.getByRole("textbox", { name: en.data.className }).fill("Sun");
  await page.keyboard.press("Enter");
  expect((await playground.experiment()).table.students[0]?.target).toBe("Sun");
  expect(await hue("--class-3")).toBe(await hue("--hue-7"));
  await page.getByRole("button", { name: en.data.removeClass("Sun") }).click();
  await expect.poll(classes).toEqual(before);
  expect((await playground.experiment()).table.students[0]?.target).toBeNull();
});

test("the last subject and the last two classes stay, with a reason", async ({ playground, page }) => {
  await playground.open("layers");
  await page.getByRole("button", { name: en.data.removeSubject(en.names.study) }).click();
  await expect(page.getByRole("button", { name: en.data.removeSubject(en.names.study) })).toBeHidden();
  await page.getByRole("button", { name: en.data.removeSubject(en.names.sport) }).click();
  await expect(page.getByRole("alert")).toContainText(
    en.refusal.rules.at_least("0", { kind: "at_least", low: 1, what: "subjects" }),
  );
  await page.getByRole("button", { name: en.data.removeClass(en.names.yes) }).click();
  await expect(page.getByRole("alert")).toContainText(
    en.refusal.rules.at_least("1", { kind: "at_least", low: 2, what: "classes" }),
  );
  const { table } = await playground.experiment();
  expect([table.subjects.length, table.classes.length]).toEqual([1, 2]);
});
