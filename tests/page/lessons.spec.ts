/** Lessons: taken to their end as a learner would, seen whole, read from a file, and broken. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible, THEMES } from "./axe";
import { enter, goalOf, openList, panel, reached, titleOf, WEIGHTS } from "./lessons";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like, zh } from "./words";

/** Plays at the lesson's own speed until the goal is reached: there the run pauses. */
async function play({ play, page }: Playground): Promise<void> {
  await play.click();
  await expect(reached(page)).toBeVisible({ timeout: 30_000 });
  await expect(play).toBeVisible();
}

/** The same, as fast as the page can. */
async function playFast(playground: Playground): Promise<void> {
  await playground.atFullSpeed();
  await play(playground);
}

/** What a learner does in each step of two lessons; web/learn/lessons/lessons.test.ts takes all of them to their end. */
type Doing = (playground: Playground) => Promise<void>;
const step: Doing = ({ step: button }) => button.click();
const train =
  (updates: number): Doing =>
  (playground) =>
    playground.train(updates);

const LESSONS: readonly (readonly [title: string, ...steps: Doing[]])[] = [
  [
    WEIGHTS,
    step,
    play,
    playFast,
    async (playground) => {
      await playground.openPicture("arithmetic");
      await playground.page.getByRole("button", { name: en.arithmetic.book }).click();
      await play(playground);
    },
  ],
  [
    titleOf("11-xor"),
    train(1200),
    async (playground) => {
      await playground.page.getByRole("button", { name: en.model.addLayer }).click();
      await play(playground);
    },
    async (playground) => {
      const units = playground.page.getByRole("textbox", { name: en.model.units(1) });
      await units.fill("2");
      await units.press("Enter");
      await playground.train(1200);
    },
  ],
];

for (const [title, ...steps] of LESSONS) {
  test(`“${title}” is taken to its end`, async ({ playground, page }) => {
    await openList(playground);
    await enter(page, title);
    for (const [index, act] of steps.entries()) {
      await expect(panel(page).getByText(en.course.step(index + 1, steps.length))).toBeVisible();
      // What a step points at is on the page, and its goal is not reached by doing nothing.
      const targets = await panel(page)
        .getByRole("button", { name: like(en.course.show(ANY)) })
        .count();
      await expect(page.locator("[data-lesson]")).toHaveCount(targets);
      await expect(reached(page)).toBeHidden();
      const guesses = panel(page).getByRole("radio");
      if ((await guesses.count()) > 0) await guesses.first().check();
      await act(playground);
      await expect(reached(page)).toBeVisible();
      await expect(panel(page).getByRole("heading", { name: en.course.explain })).toBeVisible();
      await playground.expectNoBrokenNumber();
      await expect(panel(page)).not.toContainText(/[{}]|–\s/);
      const last = index === steps.length - 1;
      const on = panel(page).getByRole("button", { name: last ? en.course.toList : en.course.next });
      // What there is to read comes into sight by itself.
      await expect(on).toBeInViewport();
      await on.click();
    }
    await expect(panel(page).getByRole("button", { name: title })).toContainText(en.course.marks.done);
    await expect(panel(page)).toContainText(en.course.count(1, 14));
  });
}

/** What a step points at but is out of sight, or lies under something else; of a picture with several drawings the first counts. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-lesson], section.lessons .title")]
      .map((element) => element.querySelector(".plots > .plot") ?? element)
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there === null || !(element.contains(there) || there.contains(element));
      })
      .map(({ id, className }) => `#${id} .${className}`),
  );
}

for (const [device, width, height] of [
  ["laptop", 1366, 768],
  ["phone", 390, 844],
] as const) {
  test(`what the steps of every lesson point at is in sight on a ${device}, beside the top of the step's text`, async ({
    playground,
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await openList(playground);
    const titles = panel(page).getByRole("listitem").getByRole("button");
    const lessons = await titles.count();
    expect(lessons).toBe(14);
    for (let lesson = 0; lesson < lessons; lesson += 1) {
      await titles.nth(lesson).click();
      const steps = panel(page).getByRole("navigation", { name: en.course.steps }).getByRole("button");
      for (let step = 0; step < (await steps.count()); step += 1) {
        await steps.nth(step).click();
        const targets = await panel(page)
          .getByRole("button", { name: like(en.course.show(ANY)) })
          .count();
        expect(targets).toBeGreaterThan(0);
        await expect(page.locator("[data-lesson]")).toHaveCount(targets);
        await expect.poll(() => covered(page), { message: `lesson ${lesson + 1}, step ${step + 1}` }).toEqual([]);
        await expect(reached(page)).toBeHidden();
        await expect(panel(page)).not.toContainText(/[{}]/);
      }
      await panel(page).getByRole("button", { name: en.course.all }).click();
    }
  });
}

test("every lesson of the list can be read, in both languages", async ({ playground, page }) => {
  await openList(playground);
  await expect(panel(page).getByRole("listitem")).toHaveCount(14);
  await expect(panel(page).getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: en.language.zh }).click();
  const chinese = page.getByRole("region", { name: zh.lessons });
  await chinese.getByRole("button", { name: titleOf("07-award", "zh") }).click();
  await expect(chinese).toContainText(zh.course.predict);
  await expect(chinese).toContainText(zh.course.step(1, 2));
});

test("the run answers the guess, and a guess is not the last word", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, WEIGHTS);
  await panel(page).getByRole("radio", { name: "0 points", exact: true }).check();
  await panel(page).getByRole("radio", { name: "181 points" }).check();
  await expect(panel(page)).not.toContainText(en.course.shown);
  await playground.step.click();
  await expect(
    panel(page).getByRole("radio", { name: new RegExp(`^90\\.5 points.*${en.course.shown}$`) }),
  ).toBeVisible();
  await expect(panel(page)).toContainText(en.course.notAsGuessed);
});

test("a lesson loads its experiment, which can be taken back, and locks nothing", async ({ playground, page }) => {
  await openList(playground);
  await playground.setRate("0.02");
  await enter(page, titleOf("02-learning-rate"));
  expect((await playground.experiment()).training.learning_rate).toBe(1e-7);
  await expect(panel(page)).toContainText(en.course.kept);
  await page.keyboard.press("Control+z");
  expect((await playground.experiment()).training.learning_rate).toBe(0.02);
  await playground.choose("award");
  await expect(panel(page)).toContainText(en.course.away);
  await panel(page).getByRole("button", { name: en.course.reload }).click();
  expect((await playground.experiment()).training.learning_rate).toBe(1e-7);
});

test("a broken lesson file says its name and the place, and the others work", async ({ playground, page }) => {
  await page.route("**/lessons/02-learning-rate.json", async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('"below": 2 ', '"under": 2 ');
    await route.fulfill({ response, body: text });
  });
  await page.route("**/lessons/03-two-students.json", (route) => route.fulfill({ body: "{" }));
  await page.route("**/lessons/06-scaling.json", async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace('"learning_rate": 0.1', '"learning_rate": -1');
    await route.fulfill({ response, body: text });
  });
  await openList(playground);
  const alerts = panel(page).getByRole("alert");
  await expect(alerts).toHaveCount(3);
  await expect(alerts.nth(0)).toContainText("lessons/02-learning-rate.json");
  await expect(alerts.nth(0)).toContainText(like(`steps[1].goal.when.loss.under ${en.course.fault.unknownField(ANY)}`));
  await expect(alerts.nth(1)).toContainText("lessons/03-two-students.json");
  await expect(alerts.nth(1)).toContainText(like(en.course.fault.json(ANY)));
  await expect(alerts.nth(2)).toContainText("lessons/06-scaling.json");
  await expect(alerts.nth(2)).toContainText(`start: ${en.refusal.field(en.fields["training.learning_rate"])}−1`);
  await enter(page, WEIGHTS);
  await playground.step.click();
  await expect(reached(page)).toBeVisible();
});

test("a picture that a step points at is opened and comes into sight", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, titleOf("07-award"));
  await panel(page)
    .getByRole("button", { name: en.course.stepOpen(2) })
    .click();
  await expect(page.getByRole("article", { name: en.titles.curve })).toBeInViewport({ ratio: 0.6 });
});

test("a lesson of one's own is opened from a file, and a broken one says the place", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await openList(playground);
  const written = readFileSync(new URL("../../public/lessons/02-learning-rate.json", import.meta.url), "utf8");
  const lesson = JSON.parse(written);
  lesson.title = { zh: "我的课", en: "A lesson of mine" };
  const chooser = panel(page).locator('input[type="file"]');
  const give = (text: string) =>
    chooser.setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await give(JSON.stringify({ ...lesson, steps: [{ ...lesson.steps[0], explain: "<script>alert(1)</script>" }] }));
  await expect(panel(page).getByRole("alert")).toContainText("mine.json");
  await expect(panel(page).getByRole("alert")).toContainText("steps[0].explain");
  await give(" ".repeat(200_000));
  await expect(panel(page).getByRole("alert")).toContainText("200");
  await give(JSON.stringify(lesson));
  await expect(panel(page).getByRole("heading", { name: "A lesson of mine" })).toBeVisible();
  await panel(page).getByRole("button", { name: en.course.all }).click();
  await expect(panel(page).getByRole("listitem")).toHaveCount(15);
});

test("a missing list of lessons is said, and tried again", async ({ playground, page }) => {
  await page.route("**/lessons/index.json", (route) => route.fulfill({ body: "not a list" }), { times: 1 });
  await playground.open();
  await page.getByRole("button", { name: en.lessons, exact: true }).click();
  await expect(panel(page).getByRole("alert")).toContainText("lessons/index.json");
  await panel(page).getByRole("button", { name: en.course.again }).click();
  await expect(panel(page).getByRole("listitem")).toHaveCount(14);
});

test("a table pasted while a lesson hides the rows opens its dialog, and what is no table is refused in sight", async ({
  playground,
  page,
}) => {
  await openList(playground);
  await enter(page, titleOf("02-learning-rate"));
  await expect(playground.grid).toBeHidden();
  await playground.paste("name\tchinese\ttotal\nA\t90\t85\nB\t80\t96\n");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: en.import.take })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(playground.grid).toBeHidden();
  await playground.paste("a sentence and no table");
  await expect(page.locator(".card.data").getByRole("alert")).toBeVisible();
});

test("lessons are taken by the keyboard", { tag: "@engine" }, async ({ playground, page }) => {
  await openList(playground);
  await panel(page).getByRole("button", { name: WEIGHTS }).focus();
  await page.keyboard.press("Enter");
  await panel(page).getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(panel(page).getByRole("radio").nth(1)).toBeChecked();
  await panel(page)
    .getByRole("button", { name: en.course.show(en.course.parts.step) })
    .focus();
  await page.keyboard.press("s");
  await expect(reached(page)).toBeVisible();
  await panel(page).getByRole("button", { name: en.course.next }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText(en.course.step(2, 4))).toBeVisible();
});

for (const theme of THEMES) {
  test(`axe finds nothing in the list and in a step that is reached, ${theme}`, async ({ playground, page }) => {
    const parts = ["section.lessons"];
    await openList(playground);
    await playground.chooseTheme(theme);
    await expectAccessible(page, { parts, theme });
    await enter(page, WEIGHTS);
    await panel(page).getByRole("radio", { name: "181 points" }).check();
    await expectAccessible(page, { parts, theme });
    await playground.step.click();
    await expect(reached(page)).toBeVisible();
    await expectAccessible(page, { parts, theme });
  });
}

test("on a phone a lesson folds to its goal, and says when it is reached", async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openList(playground);
  await enter(page, WEIGHTS);
  const run = panel(page).getByRole("heading", { name: en.course.run });
  await panel(page).getByRole("button", { name: en.course.fold }).click();
  await expect(run).toBeHidden();
  await expect(panel(page)).toContainText(goalOf("01-weights"));
  await expect(page.getByRole("article").getByRole("heading")).toBeInViewport();
  await playground.step.click();
  await expect(reached(page)).toBeInViewport();
  // Down to the learning rate the goal is out of sight, and calls.
  await page.getByRole("button", { name: en.rail.sheet }).press("Enter");
  await page.getByRole("button", { name: en.rail.sheet }).press("Enter");
  await page.getByRole("button", { name: en.course.readOn }).click();
  await expect(reached(page)).toBeInViewport();
  await expect(run).toBeVisible();
});
