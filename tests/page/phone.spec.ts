/** A phone: what a person changes there and what it changes are on one screen, without a scroll between them. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./playground";
import { en } from "./words";

test.use({ viewport: { width: 390, height: 844 } });

/** The elements that are out of sight, or lie under something else, in part. */
async function coveredOf(elements: Record<string, Locator>): Promise<string[]> {
  const covered: string[] = [];
  for (const [name, element] of Object.entries(elements)) {
    const seen = await element.evaluate((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const inset = 3;
      return [
        [(left + right) / 2, top + inset],
        [(left + right) / 2, bottom - inset],
      ].every(([x = 0, y = 0]) => {
        const there = document.elementFromPoint(x, y);
        return there !== null && (one.contains(there) || there.contains(one));
      });
    });
    if (!seen) covered.push(name);
  }
  return covered;
}

async function expectTogether(elements: Record<string, Locator>): Promise<void> {
  await expect.poll(() => coveredOf(elements)).toEqual([]);
}

test("the answer to why not 0.6, 0.3, 0.1 stands with its control and its picture", async ({ playground, page }) => {
  await playground.open();
  await playground.train(30_000);
  await page.getByRole("button", { name: en.outcome.why }).click();
  const picture = page.getByRole("article", { name: en.titles.family });
  await expectTogether({
    answer: picture.getByRole("status"),
    control: picture.getByRole("slider", { name: en.family.walk }),
    space: picture.locator(".plot"),
  });
});

test("a refusal is shown by the sheet, whatever it showed before", async ({ playground, page }) => {
  await playground.open();
  for (const tab of [null, en.model.title]) {
    if (tab !== null) await page.locator(".handle").getByRole("button", { name: tab, exact: true }).click();
    await playground.paste("no table at all");
    await expect(page.getByRole("alert")).toBeInViewport();
  }
});

test("a run that takes long says that one can wait or choose a higher speed", async ({ playground, page }) => {
  await playground.open();
  const status = page.getByRole("status", { name: en.status.label });
  await playground.play.click();
  await expect(status).toContainText(en.status.running.advice);
  await playground.pause.click();
  await playground.train(2400);
  await playground.play.click();
  await expect(status).toContainText(en.status.runningOn.advice);
});

test("a score, a layer and the learning rate are changed with the picture in sight", async ({ playground, page }) => {
  await playground.open();
  const tab = (name: string): Promise<void> =>
    page.locator(".handle").getByRole("button", { name, exact: true }).click();
  await expectTogether({ rate: playground.rateSlider, picture: page.locator(".stage").getByRole("img") });
  await tab(en.data.title);
  await expectTogether({ score: playground.grid.getByText("70"), picture: page.locator(".stage").getByRole("img") });
  await tab(en.data.title);
  await expect(playground.grid).toBeHidden();
  await playground.choose("layers");
  await tab(en.model.title);
  await expectTogether({
    layers: page.getByRole("group", { name: en.fields["model.hidden"] }),
    rate: playground.rateSlider,
    map: page.locator(".stage .plot"),
  });
});

test("the awards of those to be predicted stand under the switch that asks for them", async ({ playground, page }) => {
  await playground.open("honours");
  await playground.train(200);
  const picture = page.getByRole("article");
  await picture.getByRole("switch", { name: en.data.unlabelledOnly(12) }).click();
  const list = picture.getByRole("list", { name: en.shared.unlabelledStudents(12) });
  await expect(list.getByRole("listitem")).toHaveCount(12);
  await expectTogether({ list, map: picture.locator(".plot"), control: picture.getByRole("switch") });
});

test("a step by hand writes its formulas under the button that leads on, which stays in its place", async ({
  playground,
  page,
  browserName,
}) => {
  test.skip(browserName !== "chromium", "Playwright scrolls Firefox's page before each press");
  await playground.open("weights", "arithmetic");
  const picture = page.getByRole("article", { name: en.titles.arithmetic });
  const next = picture.locator(".forward").getByRole("button");
  const written = picture.locator(".lines");
  await expectTogether({ next });
  const place = async () => {
    const box = await next.boundingBox();
    return box && [box.x + box.width, box.y];
  };
  const before = await place();
  for (let stage = 1; stage < 5; stage += 1) {
    await next.click();
    await expectTogether({ next, first: written.first(), last: written.last() });
    expect(await place()).toEqual(before);
  }
});

test("the longest verdict on the rate leaves the slider's scale in sight", async ({ playground, page }) => {
  await playground.open("layers");
  await playground.train(400);
  await expect(page.locator("#rate-verdict")).toContainText(en.rateBound.forAll(en.rateBound.zones.below));
  await expectTogether({ slider: playground.rateSlider, scale: page.locator(".rate .ends") });
});

test("whatever the status says, the picture stays in its place", async ({ playground, page }) => {
  await playground.open("award");
  const status = page.getByRole("status", { name: en.status.label });
  const top = (): Promise<number> => page.locator(".stage").evaluate((stage) => stage.getBoundingClientRect().top);
  await expect(status).toContainText(en.status.ready.name);
  const before = await top();
  await playground.train(20_000);
  await expect(status).toContainText(en.status.separable.advice);
  expect(await top()).toBe(before);
});

for (const [preset, pictures] of [
  ["honours", ["weights", "network"]],
  ["layers", ["curve", "network"]],
] as const) {
  test(`no part of a picture is cut: ${pictures.join(" and ")} of ${preset}`, async ({ playground, page }) => {
    await playground.open(preset);
    const expectWhole = (): Promise<void> =>
      expect
        .poll(
          () =>
            page.locator(".strip [aria-pressed=true]").evaluate((name) => {
              const { left, right } = name.getBoundingClientRect();
              return left >= 0 && right <= innerWidth;
            }),
          { message: "the name of what is on the stage is in sight, from left to right" },
        )
        .toBe(true);
    await expectWhole();
    await playground.train(100);
    for (const picture of pictures) {
      await playground.openPicture(picture);
      const body = page.locator(".stage .body");
      await expect(body.locator(".plot").first()).toBeVisible();
      const cut = (): Promise<number> =>
        body.evaluate((whole) =>
          Math.max(
            ...[whole, ...whole.querySelectorAll(".scroll")].map((part) => part.scrollHeight - part.clientHeight),
          ),
        );
      await expect.poll(cut, { message: picture }).toBeLessThanOrEqual(1);
      await expectWhole();
    }
  });
}
