/** The triangles: three probabilities. */
import { expect, test } from "./playground";

test("each student stands in the triangle of three probabilities, is read off, pointed at everywhere and chosen", async ({
  playground,
  page,
}) => {
  await playground.open("honours");
  await page.getByRole("button", { name: "Triangle", exact: true }).click();
  const triangle = page.getByRole("img", { name: /triangle of the probabilities of Ordinary, Two-good, Three-good/ });
  await expect(triangle).toBeVisible();
  await playground.train(400);
  const { classes } = await playground.frame();
  const { table } = await playground.experiment();
  const wrong = table.students.filter(
    ({ target }, row) => target !== null && target !== table.classes[classes[row] ?? -1],
  ).length;
  await expect(triangle).toHaveAccessibleName(new RegExp(`wrong: ${wrong};`));
  const students = page.getByRole("button", { name: /Students in the triangle/ });
  await students.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("article", { name: "Triangle" }).getByText("Student 1", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
  await playground.expectNoBrokenNumber();
});
