/** Students with a missing score: their empty cells, and everything that is shown of a run which leaves them out. */
import { expect, test } from "./playground";
import { en } from "./words";

test("a student with a missing score is neither trained on nor predicted, and the cells say so", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await playground.change(({ table: { students } }) => {
    const [first] = students;
    if (first) first.scores = [90, null, 70];
  });
  await playground.train(200);
  await expect(page.getByText(en.data.count(2, 1), { exact: true })).toBeVisible();
  const empty = await playground.cell("A", en.names.study);
  await expect(empty.getByTitle(en.data.noScore)).toHaveText(en.data.noScore);
  await expect(await playground.cell("A", en.data.prediction)).toHaveText("–");
  await expect(await playground.cell("A", en.data.error)).toHaveText("–");
  const { predictions, errors } = await playground.frame();
  expect([predictions[0], errors[0]]).toEqual([Number.NaN, Number.NaN]);
  await expect(await playground.cell("B", en.data.prediction)).toHaveText(predictions[1]?.toFixed(2) ?? "");

  await playground.typeInto(empty, "80");
  expect((await playground.experiment()).table.students[0]?.scores).toEqual([90, 80, 70]);
  await expect(page.getByText(en.data.count(2, 2), { exact: true })).toBeVisible();
});
