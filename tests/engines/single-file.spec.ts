/** The page as one file, opened from a folder: no server, no network. */
import { statSync } from "node:fs";
import type { Experiment } from "../../web/engine/engine";
import { en } from "../page/words";
import { button, buttonWith, expect, hear, LESSONS, read, test } from "./engine";

const FILE = new URL("../../dist/sanhao.html", import.meta.url);
/** What goes onto a stick, through a messenger and into a mail. */
const MAX_BYTES = 3_000_000;

test("a file of at most 3 MB is the whole page: it trains, has the lessons, and opens and makes links", async ({
  engine,
}) => {
  const experiment = () => engine.ask(() => window.sanhao?.experiment() as Experiment, null);
  expect(statSync(FILE).size).toBeLessThanOrEqual(MAX_BYTES);
  await engine.open(`${FILE.href}?lang=en`);
  await hear(engine, en.cases.tasks.weights);
  await engine.press(button(en.transport.play));
  await expect.poll(() => engine.ask(() => window.sanhao?.frame().updates, null)).toBeGreaterThan(2);
  await engine.press(button(en.transport.pause));
  await engine.press(button(en.lessons));
  await hear(engine, en.course.count(0, LESSONS));
  const { title, steps } = JSON.parse(read("public/lessons/01-weights.json"));
  await engine.press(buttonWith(title.en));
  await hear(engine, en.course.step(1, steps.length));

  const before = await experiment();
  await engine.open(`${FILE.href}?lang=en${read("web/share/links/version-2-with-a-view.txt").trim()}`);
  await expect.poll(experiment).not.toEqual(before);
  const opened = await experiment();
  await engine.press(button(en.share.name));
  const link = () =>
    engine.ask(
      (name) => document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.value ?? "",
      en.sharing.field,
    );
  await expect.poll(link).toContain("#e=");
  const made = await link();
  expect(made).toContain(FILE.href);
  expect(await engine.ask((words) => document.body.innerText.includes(words), en.sharing.saveOffline)).toBe(false);
  await engine.open("about:blank");
  await engine.open(made);
  await expect.poll(experiment).toEqual(opened);
});
