/** WCAG 2.3.1: nothing flashes more than three times a second. */
import { readFileSync } from "node:fs";
import type { Experiment } from "../../web/engine/engine";
import { type Seen, watchFlashes } from "./flashes";
import { expect, test, testOnOwnPage } from "./playground";
import { en } from "./words";

const { start, steps } = JSON.parse(readFileSync("public/lessons/02-learning-rate.json", "utf8"));
/** The rate at which the lesson wants training to diverge. */
const breaking: string = steps[2].run.text.en.match(/0\.\d+/)[0];

const breakIt = ({ training }: Experiment): void => {
  Object.assign(training, start.change.training, { learning_rate: Number(breaking) });
};
const swing = ({ training }: Experiment): void => {
  training.learning_rate = 10;
};

/** As many changes as four flashes have, which are one too many. */
const TOO_MANY = 7;

function expectCalm(seen: Seen, what: string): void {
  expect(seen.flashes, what).toBeLessThanOrEqual(3);
  expect(seen.colors, what).toBeLessThanOrEqual(3);
}

test("the map does not flash at the rate at which a lesson breaks the run, nor does its miniature", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await playground.change(breakIt);
  for (const where of [".miniature.boundary", "article.boundary"]) {
    if (where.startsWith("article")) await playground.openPicture("boundary");
    await playground.reset.click();
    await playground.play.click();
    expectCalm(await watchFlashes(page, `${where} canvas`, 1200), where);
    // Each of them turned every answer over.
    expect((await playground.frame()).updates).toBeGreaterThan(TOO_MANY);
  }
});

test("no picture flashes at a rate of 10, and the map says that it shows some answers alone", async ({
  playground,
  page,
}) => {
  for (const [preset, pictures] of [
    ["weights", ["boundary", "surface"]],
    ["layers", ["boundary", "network"]],
  ] as const) {
    await playground.open(preset, "boundary");
    await playground.change(swing);
    await playground.play.click();
    if (preset === "weights") await expect(page.getByText(en.boundary.swings)).toBeVisible();
    for (const picture of pictures) {
      await playground.openPicture(picture);
      const turns = preset === "weights" ? TOO_MANY + 1 : 0;
      const seen = await watchFlashes(page, `article.${picture} canvas`, 1200, turns);
      if (preset === "weights") expect(seen.turns).toBeGreaterThan(TOO_MANY);
      expectCalm(seen, picture);
    }
  }
});

testOnOwnPage("where motion is unwelcome the map does not swing at all", async ({ playground, page, browserName }) => {
  testOnOwnPage.skip(browserName !== "chromium", "stock Firefox cannot be told that motion is unwelcome");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await playground.open("weights", "boundary");
  await playground.change(swing);
  await playground.play.click();
  await expect(page.getByText(en.boundary.swings)).toBeVisible();
  const seen = await watchFlashes(page, "article.boundary canvas", 1500, TOO_MANY + 1);
  expect(seen.turns).toBeGreaterThan(TOO_MANY);
  expect([seen.flashes, seen.colors]).toEqual([0, 0]);
});
