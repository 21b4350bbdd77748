/** Lessons: each is taken to its end as a learner would, and what is kept of it outlives the page. */
import type { Page } from "@playwright/test";
import { expectAccessible, THEMES } from "./axe";
import { expect, type Playground, test, testOnOwnPage } from "./playground";

const panel = (page: Page) => page.getByRole("region", { name: "Lessons" });
const reached = (page: Page) => panel(page).getByText("Reached", { exact: true });

async function openList(playground: Playground): Promise<void> {
  await playground.open();
  await playground.page.getByRole("button", { name: "Lessons", exact: true }).click();
  await expect(panel(playground.page).getByRole("listitem").first()).toBeVisible();
}

async function enter(page: Page, title: string): Promise<void> {
  await panel(page).getByRole("button", { name: title }).click();
  await expect(panel(page).getByRole("heading", { name: title })).toBeVisible();
}

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

/** What a learner does in each step of each lesson. */
type Doing = (playground: Playground) => Promise<void>;
const step: Doing = ({ step: button }) => button.click();
const train =
  (updates: number): Doing =>
  (playground) =>
    playground.train(updates);

const LESSONS: readonly (readonly [title: string, ...steps: Doing[]])[] = [
  ["Find the school's weights", step, play, playFast],
  [
    "Learning rate: too small, right, too large",
    play,
    async (playground) => {
      await playground.setRate("0.00001");
      await playground.reset.click();
      await play(playground);
    },
    async (playground) => {
      await playground.setRate("0.0001");
      await playground.reset.click();
      await play(playground);
    },
  ],
  ["Two students are not enough, three are", play, play, play],
  [
    "One more thing known: the weights sum to one",
    step,
    playFast,
    async (playground) => {
      await playground.page.getByRole("switch", { name: "Sum to one" }).uncheck();
      await playFast(playground);
    },
  ],
  [
    "Try them all, or walk downhill?",
    async ({ page }) => {
      for (const subject of ["Moral", "Study", "Sport"]) {
        await page.getByRole("button", { name: new RegExp(`^Weight of ${subject}: `) }).click();
        const field = page.getByRole("textbox", { name: `Weight of ${subject}`, exact: true });
        await field.fill("0.33");
        await field.press("Enter");
      }
    },
    async (playground) => {
      await playground.reset.click();
      await playFast(playground);
    },
    play,
  ],
  [
    "Divide the scores by 100 first",
    play,
    async (playground) => {
      await playground.select("Scaling", "divide_by_100");
      await play(playground);
    },
  ],
  ["The award: where is the pass mark?", playFast, playFast],
  [
    "No bias, nothing learned",
    play,
    async (playground) => {
      await playground.page.getByRole("switch", { name: "Bias" }).check();
      await play(playground);
    },
    play,
  ],
  ["Three honours, and some are not given yet", play, playFast, playFast],
  [
    "Two outputs, or one S-curve?",
    play,
    async (playground) => {
      await playground.select("Output", "softmax");
      await play(playground);
    },
    async (playground) => {
      await playground.setRate("0.05");
      await playground.reset.click();
      await play(playground);
    },
  ],
  [
    "One layer fails, two succeed",
    train(1200),
    async (playground) => {
      await playground.page.getByRole("button", { name: "Add hidden layer" }).click();
      await play(playground);
    },
    async (playground) => {
      const units = playground.page.getByRole("textbox", { name: "Neurons of hidden layer 1" });
      await units.fill("2");
      await units.press("Enter");
      await playground.train(1200);
    },
  ],
  [
    "Without activation, layers stay a straight line",
    train(1200),
    train(1200),
    async (playground) => {
      await playground.select("Activation of hidden layer 2", "tanh");
      await play(playground);
    },
  ],
  [
    "More neurons are not always better",
    play,
    play,
    async (playground) => {
      const units = playground.page.getByRole("textbox", { name: "Neurons of hidden layer 1" });
      await units.fill("2");
      await units.press("Enter");
      await play(playground);
    },
  ],
];

for (const [title, ...steps] of LESSONS) {
  test(`“${title}” is taken to its end`, async ({ playground, page }) => {
    // Lessons run at a speed to watch, and a loaded machine makes them slower still.
    test.setTimeout(180_000);
    await openList(playground);
    await enter(page, title);
    for (const [index, act] of steps.entries()) {
      await expect(panel(page).getByText(`Step ${index + 1} of ${steps.length}`)).toBeVisible();
      // What a step points at is on the page, and its goal is not reached by doing nothing.
      const targets = await panel(page)
        .getByRole("button", { name: /^Show me/ })
        .count();
      await expect(page.locator("[data-lesson]")).toHaveCount(targets);
      await expect(reached(page)).toBeHidden();
      const guesses = panel(page).getByRole("radio");
      if ((await guesses.count()) > 0) await guesses.first().check();
      await act(playground);
      await expect(reached(page)).toBeVisible();
      await expect(panel(page).getByRole("heading", { name: "What you saw" })).toBeVisible();
      await playground.expectNoBrokenNumber();
      await expect(panel(page)).not.toContainText(/[{}]|–\s/);
      const last = index === steps.length - 1;
      const on = panel(page).getByRole("button", { name: last ? "Choose the next lesson" : "Next step" });
      // What there is to read comes into sight by itself.
      await expect(on).toBeInViewport();
      await on.click();
    }
    await expect(panel(page).getByRole("button", { name: title })).toContainText("done");
    await expect(panel(page)).toContainText("1 of 13 done");
  });
}

test("every lesson of the list can be read, in both languages", async ({ playground, page }) => {
  await openList(playground);
  await expect(panel(page).getByRole("listitem")).toHaveCount(13);
  await expect(panel(page).getByRole("alert")).toHaveCount(0);
  await page.getByRole("button", { name: "中文" }).click();
  const chinese = page.getByRole("region", { name: "课程" });
  await chinese.getByRole("button", { name: "评三好：分数线在哪里？" }).click();
  await expect(chinese).toContainText("猜一猜");
  await expect(chinese).toContainText("第 1 步，共 2 步");
});

test("the run answers the guess, and a guess is not the last word", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, "Find the school's weights");
  await panel(page).getByRole("radio", { name: "0 points", exact: true }).check();
  await panel(page).getByRole("radio", { name: "181 points" }).check();
  await expect(panel(page)).not.toContainText("what the run shows");
  await playground.step.click();
  await expect(panel(page).getByRole("radio", { name: /^90\.5 points.*what the run shows$/ })).toBeVisible();
  await expect(panel(page)).toContainText("Not as you guessed");
});

test("a lesson loads its experiment, which can be taken back, and locks nothing", async ({ playground, page }) => {
  await openList(playground);
  await playground.setRate("0.02");
  await enter(page, "Learning rate: too small, right, too large");
  expect((await playground.experiment()).training.learning_rate).toBe(1e-7);
  await expect(panel(page)).toContainText("undo (Ctrl+Z)");
  await page.keyboard.press("Control+z");
  expect((await playground.experiment()).training.learning_rate).toBe(0.02);
  await playground.choose("award");
  await expect(panel(page)).toContainText("The table is not this lesson's now.");
  await panel(page).getByRole("button", { name: "Set this step up again" }).click();
  expect((await playground.experiment()).training.learning_rate).toBe(1e-7);
});

test("progress is there after a reload, with the run's own numbers, until it is started over", {
  tag: "@engine",
}, async ({ playground, page }) => {
  await openList(playground);
  await enter(page, "Find the school's weights");
  await panel(page).getByRole("radio", { name: "181 points" }).check();
  await playground.step.click();
  await playground.step.click();
  await panel(page).getByRole("button", { name: "Next step" }).click();
  await openList(playground);
  await expect(panel(page).getByRole("button", { name: "Find the school's weights" })).toContainText("begun");
  await enter(page, "Find the school's weights");
  await expect(panel(page).getByText("Step 2 of 3")).toBeVisible();
  await panel(page).getByRole("button", { name: "Step 1, reached" }).click();
  await expect(panel(page).getByText(/After 1 step\(s\).*the loss is 89\.678/)).toBeVisible();
  await expect(panel(page).getByRole("radio", { name: "181 points" })).toBeChecked();
  await panel(page).getByRole("button", { name: "Start over" }).click();
  await expect(reached(page)).toBeHidden();
  await openList(playground);
  await expect(panel(page).getByRole("button", { name: "Find the school's weights" })).toContainText("not begun");
});

for (const broken of ["{", '{"version":99,"lessons":{}}', '{"version":1,"lessons":{"01-weights.json":{"at":"x"}}}']) {
  test(`a broken value in the browser's memory is dropped: ${broken}`, async ({ playground, page }) => {
    await playground.open();
    await page.evaluate((value) => localStorage.setItem("sanhao.lessons", value), broken);
    await openList(playground);
    await expect(panel(page)).toContainText("0 of 13 done");
    await enter(page, "Find the school's weights");
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
    await enter(page, "Find the school's weights");
    await playground.step.click();
    await expect(reached(page)).toBeVisible();
    await panel(page).getByRole("button", { name: "All lessons" }).click();
    await expect(panel(page).getByRole("button", { name: "Find the school's weights" })).toContainText("begun");
  },
);

testOnOwnPage("a full memory loses nothing but the marks", async ({ playground, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await openList(playground);
  await enter(page, "Find the school's weights");
  await playground.step.click();
  await expect(reached(page)).toBeVisible();
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
  await expect(alerts.nth(0)).toContainText("steps[1].goal.when.loss.under is not a known field here");
  await expect(alerts.nth(1)).toContainText("lessons/03-two-students.json");
  await expect(alerts.nth(1)).toContainText("is not JSON");
  await expect(alerts.nth(2)).toContainText("lessons/06-scaling.json");
  await expect(alerts.nth(2)).toContainText(/start: Learning rate: -1 is not/);
  await enter(page, "Find the school's weights");
  await playground.step.click();
  await expect(reached(page)).toBeVisible();
});

test("a picture that a step points at is opened and comes into sight", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, "The award: where is the pass mark?");
  await panel(page).getByRole("button", { name: "Step 2" }).click();
  await expect(page.getByRole("article", { name: "S-curve" })).toBeInViewport({ ratio: 0.6 });
});

test("a missing list of lessons is said, and tried again", async ({ playground, page }) => {
  await page.route("**/lessons/index.json", (route) => route.fulfill({ body: "not a list" }), { times: 1 });
  await playground.open();
  await page.getByRole("button", { name: "Lessons", exact: true }).click();
  await expect(panel(page).getByRole("alert")).toContainText("lessons/index.json");
  await panel(page).getByRole("button", { name: "Try again" }).click();
  await expect(panel(page).getByRole("listitem")).toHaveCount(13);
});

test("lessons are taken by the keyboard", { tag: "@engine" }, async ({ playground, page }) => {
  await openList(playground);
  await panel(page).getByRole("button", { name: "Find the school's weights" }).focus();
  await page.keyboard.press("Enter");
  await panel(page).getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(panel(page).getByRole("radio").nth(1)).toBeChecked();
  await panel(page).getByRole("button", { name: "Show me: One step" }).focus();
  await page.keyboard.press("s");
  await expect(reached(page)).toBeVisible();
  await panel(page).getByRole("button", { name: "Next step" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("Step 2 of 3")).toBeVisible();
});

test("the panel may be closed and opened again: the lesson goes on where it was", async ({ playground, page }) => {
  await openList(playground);
  await enter(page, "Learning rate: too small, right, too large");
  await playground.setRate("0.00002");
  await playground.train(3);
  const toggle = page.getByRole("button", { name: "Lessons", exact: true });
  await toggle.click();
  await expect(page.locator("[data-lesson]")).toHaveCount(0);
  await toggle.click();
  await expect(panel(page).getByText("Step 1 of 3")).toBeVisible();
  expect((await playground.experiment()).training.learning_rate).toBe(0.00002);
  expect((await playground.frame()).updates).toBe(3);
});

for (const theme of THEMES) {
  test(`axe finds nothing in the list and in a step that is reached, ${theme}`, async ({ playground, page }) => {
    const parts = ["section.lessons"];
    await openList(playground);
    await playground.chooseTheme(theme);
    await expectAccessible(page, { parts, theme });
    await enter(page, "Find the school's weights");
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
  await enter(page, "Find the school's weights");
  const run = panel(page).getByRole("heading", { name: "Try it" });
  await panel(page).getByRole("button", { name: "Fold the lesson" }).click();
  await expect(run).toBeHidden();
  await expect(panel(page)).toContainText("At least one step");
  await page.getByRole("heading", { name: "Model", exact: true }).scrollIntoViewIfNeeded();
  await playground.step.click();
  await panel(page).getByRole("button", { name: "Reached: read on" }).click();
  await expect(reached(page)).toBeInViewport();
  await expect(run).toBeVisible();
});
