/** The page in a frame of another one, which drives it by messages. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { en } from "./words";

const [, EXAMPLE = ""] = /```html\n(.*?)```/s.exec(readFileSync("docs/embed.md", "utf8")) ?? [];

/** Opens the page that docs/embed.md shows. */
async function openExample(page: Page, baseURL: string | undefined): Promise<void> {
  const body = EXAMPLE.replace("https://school.example/sanhao/", `${baseURL}?lang=en`);
  expect(body).not.toBe(EXAMPLE);
  await page.route("**/embedding.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto("embedding.html");
}

/** The loss of case 1 after 1000 steps, as the page shows it that is not in a frame. */
async function lossOf(playground: Playground): Promise<number> {
  await playground.open();
  await playground.change(({ training }) => {
    training.learning_rate = 0.00002;
  });
  await playground.train(1000);
  return (await playground.frame()).loss;
}

test("the page that the documentation shows loads an experiment, steps and reads the loss", {
  tag: "@engine",
}, async ({ page, playground, baseURL }) => {
  const loss = await lossOf(playground);
  await openExample(page, baseURL);
  await expect(page.locator("output")).toHaveText(String(loss));
});

test("a page around this one hears of a changed experiment, numbers at its pace, a goal that is reached, and what is refused", {
  tag: "@engine",
}, async ({ page, baseURL }) => {
  await openExample(page, baseURL);
  await expect(page.locator("output")).not.toBeEmpty();
  const heard = await page.evaluateHandle(() => {
    const heard: { id?: string; event?: string; error?: string; value?: { lesson?: string; updates?: number } }[] = [];
    window.alert = () => undefined;
    addEventListener("message", ({ data }) => heard.push(data));
    return heard;
  });
  const ask = (message: object): Promise<void> =>
    page.evaluate((message) => document.querySelector("iframe")?.contentWindow?.postMessage(message, "*"), message);
  const said = (name: string): Promise<object[]> =>
    heard.evaluate((heard, name) => heard.filter(({ id, event }) => id === name || event === name), name);

  await ask({ sanhao: 1, id: "unknown", do: "constructor" });
  await ask({ sanhao: 2, id: "later", do: "frame" });
  await ask({ sanhao: 1, id: "bad", do: "load", with: [{ table: 7 }] });
  await ask({ sanhao: 1, id: "pace", do: "frames", with: [20] });
  await expect.poll(() => said("pace")).toHaveLength(1);
  for (const refused of ["unknown", "later", "bad"]) {
    expect(await said(refused)).toEqual([{ sanhao: 1, id: refused, error: expect.any(String) }]);
  }

  const frame = page.frameLocator("iframe");
  expect(await said("experiment")).toEqual([]);
  const rate = frame.getByRole("textbox", { name: en.fields["training.learning_rate"], exact: true });
  await rate.fill("0.00003");
  await rate.press("Enter");
  await expect.poll(() => said("experiment")).not.toEqual([]);

  await frame.getByRole("button", { name: en.lessons, exact: true }).click();
  const lesson = JSON.parse(readFileSync("public/lessons/01-weights.json", "utf8"));
  await frame.getByRole("button", { name: new RegExp(lesson.title.en) }).click();
  await frame.getByRole("button", { name: en.transport.step, exact: true }).click();
  await expect
    .poll(() => said("goal"))
    .toEqual([{ sanhao: 1, event: "goal", value: { lesson: "01-weights.json", step: 0 } }]);
  await expect
    .poll(() => said("frame"))
    .toContainEqual(expect.objectContaining({ value: expect.objectContaining({ updates: 1 }) }));
});
