/** A core that has failed, and one that does not come. */

import { expect, test } from "./playground";
import { en, zh } from "./words";

test("a trap is said in the reader's language, and a new page has the same experiment", async ({
  page,
  playground,
}) => {
  await playground.open("award");
  await playground.change((experiment) => {
    experiment.training.learning_rate = 0.0375;
    const [student] = experiment.table.students;
    if (student) student.name = "试一试";
  });
  const before = await playground.experiment();
  // As the browser reports what nobody catches when the core's code runs into `unreachable`.
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable executed");
    window.dispatchEvent(new ErrorEvent("error", { error }));
  });
  const notice = page.getByRole("alertdialog");
  await expect(notice).toContainText(en.trapped);
  await notice.getByRole("button", { name: en.reload }).click();
  await expect(notice).toBeHidden();
  await expect(playground.play).toBeVisible();
  expect(await playground.experiment()).toEqual(before);
});

test("a core that cannot be fetched is said so, with another try", async ({ page, watched }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("?lang=zh");
  await expect(page.getByRole("alert")).toContainText(zh.loadFailed);
  watched.faults.splice(0);
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: zh.reload }).click();
  await expect(page.getByRole("button", { name: zh.transport.play })).toBeVisible();
});
