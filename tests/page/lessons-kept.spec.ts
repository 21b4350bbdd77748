/** What is kept of a lesson: over a reload, in a broken or forbidden memory, and while its panel is closed. */
import { enter, lessonOf, openList, panel, reached, titleOf, WEIGHTS } from "./lessons";
import { expect, test, testOnOwnPage } from "./playground";
import { en } from "./words";

test("progress is there after a reload, with the run's own numbers, until it is started over", async ({
  playground,
  page,
}) => {
  await openList(playground);
  await enter(page, WEIGHTS);
  await panel(page).getByRole("radio", { name: "181 points" }).check();
  await playground.step.click();
  await playground.step.click();
  await panel(page).getByRole("button", { name: en.course.next }).click();
  await openList(playground);
  await expect(panel(page).getByRole("button", { name: WEIGHTS })).toContainText(en.course.marks.begun);
  await enter(page, WEIGHTS);
  await expect(panel(page).getByText(en.course.step(2, 4))).toBeVisible();
  await panel(page)
    .getByRole("button", { name: en.course.stepDone(1) })
    .click();
  // The last paragraph tells the step's own numbers: 2 × 85 × 0.00001 × (90, 80, 70).
  const explained = lessonOf("01-weights").steps[0]?.explain.en.split("\n").at(-1) ?? "";
  const readings = {
    updates: "1",
    "weight 1": "0.15300",
    "weight 2": "0.13600",
    "weight 3": "0.11900",
    loss: "3019.6",
  };
  const numbers = Object.entries(readings).reduce((text, [name, value]) => text.replace(`{${name}}`, value), explained);
  await expect(panel(page).getByText(numbers)).toBeVisible();
  await expect(panel(page).getByRole("radio", { name: "181 points" })).toBeChecked();
  await panel(page).getByRole("button", { name: en.course.startOver }).click();
  await expect(reached(page)).toBeHidden();
  await openList(playground);
  await expect(panel(page).getByRole("button", { name: WEIGHTS })).toContainText(en.course.marks.new);
});

for (const broken of ["{", '{"version":99,"lessons":{}}', '{"version":1,"lessons":{"01-weights.json":{"at":"x"}}}']) {
  test(`a broken value in the browser's memory is dropped: ${broken}`, async ({ playground, page }) => {
    await playground.open();
    await page.evaluate((value) => localStorage.setItem("sanhao.lessons", value), broken);
    await openList(playground);
    await expect(panel(page)).toContainText(en.course.count(0, 14));
    await enter(page, WEIGHTS);
    await playground.step.click();
    await expect(reached(page)).toBeVisible();
  });
}

testOnOwnPage(
  "where the browser's memory is forbidden or full, lessons work without",
  { tag: "@engine" },
  async ({ playground, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    });
    await openList(playground);
    await enter(page, WEIGHTS);
    await playground.step.click();
    await expect(reached(page)).toBeVisible();
    await panel(page).getByRole("button", { name: en.course.all }).click();
    await expect(panel(page).getByRole("button", { name: WEIGHTS })).toContainText(en.course.marks.begun);
  },
);

testOnOwnPage("a full memory loses nothing but the marks", async ({ playground, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await openList(playground);
  await enter(page, WEIGHTS);
  await playground.step.click();
  await expect(reached(page)).toBeVisible();
});

test("the panel may be closed and opened again: the lesson goes on where it was", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, titleOf("02-learning-rate"));
  await playground.setRate("0.00002");
  await playground.train(3);
  const toggle = page.getByRole("button", { name: en.lessons, exact: true });
  await toggle.click();
  await expect(page.locator("[data-lesson]")).toHaveCount(0);
  await toggle.click();
  await expect(panel(page).getByText(en.course.step(1, 4))).toBeVisible();
  expect((await playground.experiment()).training.learning_rate).toBe(0.00002);
  expect((await playground.frame()).updates).toBe(3);
});
