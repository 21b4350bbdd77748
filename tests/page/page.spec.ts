/** Languages, keys, the scripting handle and the phone. */
import { expect, test, testOnOwnPage } from "./playground";
import { ANY, en, like, zh } from "./words";

test("the language switches without a reload, and training goes on", async ({ playground, page }) => {
  await playground.open("award");
  await playground.step.click();
  const { updates } = await playground.frame();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByRole("button", { name: zh.transport.play, exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  expect((await playground.frame()).updates).toBe(updates);
  await expect(page.getByRole("img", { name: like(zh.boundary.alternative("德育", "智育", ANY)) })).toBeVisible();
  await page.getByRole("button", { name: en.language.en }).click();
  await expect(playground.play).toBeVisible();
});

test("the address asks for a language, else the browser does", { tag: "@engine" }, async ({ page }) => {
  await page.goto("?lang=en");
  await expect(page.getByRole("button", { name: en.transport.play, exact: true })).toBeVisible();
  await page.goto("?lang=zh");
  await expect(page.getByRole("button", { name: zh.transport.play, exact: true })).toBeVisible();
  // The tests' browsers prefer Chinese.
  await page.goto("");
  await expect(page.getByRole("button", { name: zh.transport.play, exact: true })).toBeVisible();
});

test("a server that does not know wasm's type is enough", { tag: "@engine" }, async ({ playground, page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await playground.open("weights");
  await playground.step.click();
  await expect(page.getByTestId("updates")).toHaveText("1");
});

test("Chinese speaks no English", async ({ page }) => {
  await page.goto("?lang=zh");
  await expect(page.getByRole("button", { name: zh.transport.play, exact: true })).toBeVisible();
  for (const index of [1, 2, 3, 0]) {
    await page.getByRole("group", { name: zh.cases.label }).getByRole("button").nth(index).click();
    await expect(page.locator("main")).not.toContainText(/Moral|Student|weight|loss|epoch|predict/i);
  }
});

test("Space plays, S steps, R resets, ? lists the keys", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await page.keyboard.press("s");
  await page.keyboard.press("s");
  await expect(page.getByTestId("updates")).toHaveText("2");
  await page.keyboard.press("r");
  await expect(page.getByTestId("updates")).toHaveText("0");
  await page.keyboard.press("Space");
  await expect(playground.pause).toBeVisible();
  await page.keyboard.press("Space");
  await expect(playground.play).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: en.help.label })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: en.help.label })).toBeHidden();
});

test("keys typed into a field are the field's", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await playground.step.click();
  await (await playground.cell("A", en.data.name)).click();
  await page.getByRole("textbox", { name: en.data.nameOf("A") }).pressSequentially("rs r");
  await page.keyboard.press("Enter");
  expect((await playground.experiment()).table.students[0]?.name).toBe("rs r");
  await expect(page.getByTestId("updates")).toHaveText("1");
});

test("window.sanhao loads, trains, and hands out the numbers", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  const result = await page.evaluate(() => {
    const { sanhao } = window;
    if (sanhao === undefined) return null;
    const experiment = sanhao.experiment();
    experiment.model.weights = "sum_to_one";
    experiment.table.students[0]?.scores.splice(0, 1, 91);
    sanhao.load(experiment);
    const done = sanhao.step(50);
    const { updates, loss } = sanhao.frame();
    sanhao.play();
    sanhao.pause();
    sanhao.reset();
    return {
      done,
      updates,
      loss,
      score: sanhao.experiment().table.students[0]?.scores[0],
      after: sanhao.frame().updates,
    };
  });
  expect(result).toMatchObject({ done: 50, updates: 50, score: 91, after: 0 });
  expect(result?.loss).toBeGreaterThan(0);
  await expect(await playground.cell("A", en.names.moral)).toHaveText("91");
});

test("window.sanhao refuses a bad experiment by path and value, and nothing changes", async ({ playground }) => {
  await playground.open("weights");
  const before = await playground.experiment();
  const message = await playground.refusal(({ training }) => {
    training.learning_rate = -1;
  });
  expect(message).toBe("training.learning_rate: -1 is not a positive finite number");
  expect(await playground.experiment()).toEqual(before);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("no case scrolls sideways, in either language", async ({ playground, page }) => {
    for (const language of [en.language.en, en.language.zh]) {
      await playground.open();
      await page.getByRole("button", { name: language }).click();
      for (const index of [0, 1, 2, 3]) {
        await page
          .getByRole("group", { name: new RegExp(`${en.cases.label}|${zh.cases.label}`) })
          .getByRole("button")
          .nth(index)
          .click();
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
          .toBe(0);
      }
    }
  });

  test("playing is under the thumb", async ({ playground }) => {
    await playground.open("award");
    await expect(playground.play).toBeInViewport();
    await playground.play.click();
    await playground.until(({ updates }) => updates > 5, "training goes on");
    await expect(playground.pause).toBeInViewport();
  });
});

testOnOwnPage(
  "a part that could not be loaded is loaded by “Try again”",
  { tag: "@engine" },
  async ({ playground, page, watched }) => {
    await playground.open("weights");
    const again = page.getByRole("alert").getByRole("button", { name: en.part.again });
    const parts = [
      {
        file: "NetworkPicture",
        open: () => playground.openPicture("network"),
        shown: page.getByRole("article", { name: en.titles.network }).locator("canvas").first(),
      },
      {
        file: "ColumnPanel",
        open: () => page.getByRole("button", { name: en.lessons, exact: true }).click(),
        shown: page.getByRole("region", { name: en.lessons, exact: true }).getByRole("listitem").first(),
      },
    ];
    for (const { file, open, shown } of parts) {
      await page.route(`**/${file}-*.js*`, (route) => route.abort());
      await open();
      await expect(page.getByText(en.part.failed)).toBeVisible();
      // Still without a connection.
      await again.click();
      await expect(page.getByText(en.part.failed)).toBeVisible();
      await page.unrouteAll();
      await again.click();
      await expect(shown).toBeVisible();
      await expect(again).toBeHidden();
    }
    // Browsers report the failed requests on the console.
    watched.faults.splice(0);
  },
);
