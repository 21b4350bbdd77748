/** Why two students do not determine three weights, and what trying them all would cost. */
import { expectAccessible } from "./axe";
import { expect, test } from "./playground";

test("two students leave a line of perfect weights; a third or the sum of one leaves a point", {
  tag: "@engine",
}, async ({ page, playground }) => {
  await playground.open();
  await playground.openPicture("Why not these?");
  const picture = page.getByRole("article", { name: "Why not these?" });
  const sentence = picture.getByRole("status");
  await expect(sentence).toContainText("2 students tell 2 different things; 3 numbers are wanted.");
  await expect(sentence).toContainText("t × (31, −97, 71)");
  // Along the line the loss stays 0.
  const walk = picture.getByRole("slider", { name: "Walk along the line" });
  for (const t of ["0.1", "0.9"]) {
    await walk.fill(t);
    await expect(picture.getByText(/loss (0\.0000|\d+(\.\d+)?×10⁻)/)).toBeVisible();
  }
  await picture.getByRole("button", { name: "Train on from here" }).click();
  await expect.poll(async () => (await playground.frame()).loss).toBeLessThan(1e-3);
  // Turned by keyboard.
  const turn = picture.getByRole("slider", { name: "Turns the space of weights" });
  const before = await turn.getAttribute("aria-valuetext");
  await turn.press("ArrowLeft");
  expect(await turn.getAttribute("aria-valuetext")).not.toBe(before);
  await expectAccessible(page, { parts: [".family"] });
  await picture.getByRole("button", { name: "Let the weights sum to one" }).click();
  await expect(sentence).toContainText("only (0.6, 0.3, 0.1) remains");
  await picture.getByRole("button", { name: "No longer ask for a sum of one" }).click();
  await picture.getByRole("button", { name: "Add a student who settles it" }).click();
  await expect(sentence).toContainText("3 students tell 3 different things");
  await expect(sentence).toContainText("only (0.6, 0.3, 0.1) remains");
  await expect(playground.row("Student 3")).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("article", { name: "为什么不是它" })).toContainText("只剩一组 (0.6, 0.3, 0.1)");
});

test("another subject while the line of perfect weights is open leaves no weights of before", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("Why not these?");
  const picture = page.getByRole("article", { name: "Why not these?" });
  await expect(picture.getByRole("slider", { name: "Walk along the line" })).toBeVisible();
  await page.getByRole("button", { name: "Irrelevant subject" }).click();
  await expect(picture.getByRole("status")).toContainText("4 numbers are wanted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(picture.getByRole("status")).toContainText("3 numbers are wanted");
});

test("one student, students alike and dependent subjects are said as what they are", async ({ page, playground }) => {
  await playground.open();
  await playground.openPicture("Why not these?");
  const sentence = page.getByRole("article", { name: "Why not these?" }).getByRole("status");
  await playground.change(({ table }) => {
    table.students = table.students.slice(0, 1);
  });
  await expect(sentence).toContainText("a whole plane");
  await playground.change(({ table }) => {
    const [first] = table.students;
    if (first) table.students = [first, { ...first, name: "same" }, { ...first, name: "contrary", target: 60 }];
  });
  await expect(sentence).toContainText("3 students tell 1 different thing");
  await expect(sentence).toContainText("No weights are right for all");
  await playground.change(({ table }) => {
    table.subjects = Array.from({ length: 8 }, (_, i) => `S${i}`);
    table.students = [60, 70, 80, 90].map((score, i) => ({
      name: `${i}`,
      scores: table.subjects.map((_, k) => (score * (k + 1)) / 8),
      target: score,
      included: true,
    }));
  });
  await expect(sentence).toContainText("4 students tell 1 different thing; 8 numbers are wanted.");
  await expect(page.getByRole("row", { name: /Direction 7/ })).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("an exhaustive search finds the school's weights after a million looks, and says what more subjects would cost", async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.openPicture("Search");
  const picture = page.getByRole("article", { name: "Search" });
  await expect(picture).toContainText("0 of 1,030,301");
  await picture.getByRole("button", { name: "Start the search" }).click();
  await expect(picture.getByRole("row", { name: /Exhaustive search 1,030,301 \(0.6, 0.3, 0.1\)/ })).toBeVisible({
    timeout: 30_000,
  });
  await expect(picture.getByRole("row", { name: /Time on this machine/ })).toContainText(/years/);
  await expect(picture.getByRole("row", { name: /Solving the equations/ })).toContainText("more than one");
  await expectAccessible(page, { parts: [".search"] });
  // On the triangle there are few.
  await playground.change(({ model }) => {
    model.weights = "sum_to_one";
  });
  await expect(picture).toContainText("0 of 5,151");
  await picture.getByRole("button", { name: "Start the search" }).press("Enter");
  await expect(picture.getByRole("row", { name: /Exhaustive search 5,151 \(0.6, 0.3, 0.1\)/ })).toBeVisible();
  await expect(picture.getByRole("row", { name: /Solving the equations 1 \(0.6, 0.3, 0.1\)/ })).toBeVisible();
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
  await playground.openPicture("Search");
  const direct = page.getByRole("article", { name: "Search" }).getByRole("row", { name: /Solving the equations/ });
  await expect(direct).toContainText("more than one");
  // 5 points off each.
  await expect(direct).toContainText("25.000");
});
