/** Why two students do not determine three weights, and what trying them all would cost. */
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";
import { ANY, en, like, zh } from "./words";

test("a run that ends asks why its weights are not the school's, and a press answers", async ({ page, playground }) => {
  await playground.open();
  await playground.train(20_000);
  await expect(page.getByText(like(en.outcome.right(2, "Total", true, ANY)))).toContainText(
    like(en.outcome.differ(ANY)),
  );
  await page.getByRole("button", { name: en.outcome.why, exact: true }).click();
  await expect(page.getByRole("article", { name: en.titles.family })).toContainText(like(en.family.told(2, 2, 3)));
});

test("two students leave a line of perfect weights; a third or the sum of one leaves a point", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("family");
  const picture = page.getByRole("article", { name: en.titles.family });
  const sentence = picture.getByRole("status");
  await expect(sentence).toContainText(en.family.told(2, 2, 3));
  await expect(sentence).toContainText(like(en.family.open.line(ANY, "(31, −97, 71)")));
  // Along the line the loss stays 0.
  const walk = picture.getByRole("slider", { name: en.family.walk });
  for (const t of ["0.1", "0.9"]) {
    await walk.fill(t);
    await expect(picture.getByText(like(en.family.loss("0.0000"), en.family.loss(`${ANY}×10⁻`)))).toBeVisible();
  }
  await picture.getByRole("button", { name: en.family.put }).click();
  await expect.poll(async () => (await playground.frame()).loss).toBeLessThan(1e-3);
  // Turned by keyboard.
  const turn = picture.getByRole("slider", { name: en.family.turn });
  const before = await turn.getAttribute("aria-valuetext");
  await turn.press("ArrowLeft");
  expect(await turn.getAttribute("aria-valuetext")).not.toBe(before);
  await expectAccessible(page, { parts: [".family"] });
  await picture.getByRole("button", { name: en.family.sum }).click();
  await expect(sentence).toContainText(en.family.open.point("(0.6, 0.3, 0.1)"));
  await picture.getByRole("button", { name: en.family.free }).click();
  await picture.getByRole("button", { name: en.family.student }).click();
  await expect(sentence).toContainText(like(en.family.told(3, 3, ANY)));
  await expect(sentence).toContainText(en.family.open.point("(0.6, 0.3, 0.1)"));
  await expect(playground.row(en.names.student(3))).toBeVisible();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("article", { name: zh.titles.family })).toContainText(
    zh.family.open.point("(0.6, 0.3, 0.1)"),
  );
});

test("another subject while the line of perfect weights is open leaves no weights of before", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("family");
  const picture = page.getByRole("article", { name: en.titles.family });
  await expect(picture.getByRole("slider", { name: en.family.walk })).toBeVisible();
  await page.getByRole("button", { name: en.data.addIrrelevant }).click();
  await expect(picture.getByRole("status")).toContainText(like(en.family.told(ANY, ANY, 4)));
  await page.getByRole("button", { name: en.data.undo }).click();
  await expect(picture.getByRole("status")).toContainText(like(en.family.told(ANY, ANY, 3)));
});

test("one student, students alike and dependent subjects are said as what they are", async ({ page, playground }) => {
  await playground.open();
  await playground.openPicture("family");
  const sentence = page.getByRole("article", { name: en.titles.family }).getByRole("status");
  await playground.change(({ table }) => {
    table.students = table.students.slice(0, 1);
  });
  await expect(sentence).toContainText(en.family.open.plane());
  await playground.change(({ table }) => {
    const [first] = table.students;
    if (first) table.students = [first, { ...first, name: "same" }, { ...first, name: "contrary", target: 60 }];
  });
  await expect(sentence).toContainText(like(en.family.told(3, 1, ANY)));
  await expect(sentence).toContainText(like(en.family.best(ANY)));
  await playground.change(({ table }) => {
    table.subjects = Array.from({ length: 8 }, (_, i) => `S${i}`);
    table.students = [60, 70, 80, 90].map((score, i) => ({
      name: `${i}`,
      scores: table.subjects.map((_, k) => (score * (k + 1)) / 8),
      target: score,
      included: true,
    }));
  });
  await expect(sentence).toContainText(en.family.told(4, 1, 8));
  await expect(page.getByRole("row", { name: en.family.direction(7) })).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("an exhaustive search finds the school's weights after a million looks, and says what more subjects would cost", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("search");
  const picture = page.getByRole("article", { name: en.titles.search });
  await expect(picture).toContainText(en.search.triedOf("0", "1,030,301"));
  await picture.getByRole("button", { name: en.search.start }).click();
  await expect(picture.getByRole("row", { name: `${en.search.search} 1,030,301 (0.6, 0.3, 0.1)` })).toBeVisible({
    timeout: 30_000,
  });
  await expect(picture.getByRole("row", { name: en.search.time })).toContainText(like(en.search.units.years(ANY)));
  // It is kept while another picture is on the stage.
  await playground.openPicture("family");
  await playground.openPicture("search");
  await expect(picture).toContainText(en.search.triedOf("1,030,301", "1,030,301"));
  await expect(picture.getByRole("row", { name: en.search.direct })).toContainText(en.search.many);
  await expectAccessible(page, { parts: [".search"] });
  // On the triangle there are few.
  await playground.change(({ model }) => {
    model.weights = "sum_to_one";
  });
  await expect(picture).toContainText(en.search.triedOf("0", "5,151"));
  await picture.getByRole("button", { name: en.search.start }).press("Enter");
  await expect(picture.getByRole("row", { name: `${en.search.search} 5,151 (0.6, 0.3, 0.1)` })).toBeVisible();
  await expect(picture.getByRole("row", { name: `${en.search.direct} 1 (0.6, 0.3, 0.1)` })).toBeVisible();
  // Neither the search nor a student's arithmetic begins anew with another name; the arithmetic says the new one.
  await page.getByRole("button", { name: en.stage.compare }).click();
  await playground.openPicture("arithmetic");
  const arithmetic = page.getByRole("article", { name: en.titles.arithmetic });
  await expect(arithmetic.getByRole("rowheader", { name: "A", exact: true })).toBeVisible();
  await playground.typeInto(await playground.cell("A", en.data.name), "Renamed");
  await expect(arithmetic.getByRole("rowheader", { name: "Renamed", exact: true })).toBeVisible();
  await expect(picture.getByRole("row", { name: `${en.search.search} 5,151 (0.6, 0.3, 0.1)` })).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("where students contradict each other the direct solution has the loss that is left", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.change(({ table, training }) => {
    training.loss = { kind: "squared" };
    for (const [row, student] of table.students.entries()) {
      student.scores = [90, 80, 70];
      student.target = row === 0 ? 80 : 90;
    }
  });
  await playground.openPicture("search");
  const direct = page.getByRole("article", { name: en.titles.search }).getByRole("row", { name: en.search.direct });
  await expect(direct).toContainText(en.search.many);
  // 5 points off each.
  await expect(direct).toContainText("25.000");
});
