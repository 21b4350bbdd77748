/** The package for learning platforms, on one: scorm-again plays the platform. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { expect, testOnOwnPage as test } from "./playground";
import { en } from "./words";

const PACKAGE = new URL("../../dist/sanhao-scorm.zip", import.meta.url);
const lesson = JSON.parse(readFileSync(new URL("../../public/lessons/01-weights.json", import.meta.url), "utf8"));
const PLATFORM = fileURLToPath(new URL("../../node_modules/scorm-again/dist/scorm12.min.js", import.meta.url));

interface Core {
  readonly lesson_status: string;
  readonly lesson_location: string;
  readonly score: { readonly raw: string };
  readonly exit?: string;
}
type Told = { readonly cmi: { readonly core: Core; readonly suspend_data: string } };

test("a pupil's progress is reported to a platform, which gives it back on the next visit", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const files = unzipSync(readFileSync(PACKAGE));
  expect(Object.keys(files).sort()).toEqual(["imsmanifest.xml", "sanhao.html"]);
  const manifest = new TextDecoder().decode(files["imsmanifest.xml"]);
  const launch = await page.evaluate((xml) => {
    const { documentElement } = new DOMParser().parseFromString(xml, "application/xml");
    return documentElement.getElementsByTagName("resource")[0]?.getAttribute("href") ?? documentElement.textContent;
  }, manifest);
  const folder = new URL("platform/", baseURL).href;
  await page.route(`${folder}**`, (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const file = files[name];
    if (file) return route.fulfill({ contentType: "text/html; charset=utf-8", body: Buffer.from(file) });
    if (name === "scorm12.js") return route.fulfill({ path: PLATFORM, contentType: "text/javascript" });
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>platform</title>" });
  });
  /** What the platform kept of the visit before. */
  let kept: unknown = {};
  const visit = async (): Promise<void> => {
    await page.goto(`${folder}course`);
    await page.addScriptTag({ url: `${folder}scorm12.js` });
    await page.evaluate(
      ([data, address]) => {
        const { Scorm12API } = window as unknown as {
          Scorm12API: new (settings: object) => { loadFromJSON(data: unknown): void };
        };
        const api = new Scorm12API({ autocommit: false });
        api.loadFromJSON(data);
        Object.assign(window, { API: api });
        const frame = document.createElement("iframe");
        Object.assign(frame, { src: address, width: 1300, height: 850 });
        document.body.append(frame);
      },
      [kept, `${launch}?lang=en`] as const,
    );
  };
  const told = (): Promise<Told> =>
    page.evaluate(() =>
      JSON.parse(
        JSON.stringify(
          (window as unknown as { API: { renderCommitCMI(all: boolean): Told } }).API.renderCommitCMI(true),
        ),
      ),
    );
  const pupil = page.frameLocator("iframe");

  await visit();
  await expect.poll(async () => (await told()).cmi.core.lesson_status).toBe("incomplete");
  await pupil.getByRole("button", { name: en.lessons, exact: true }).click();
  await pupil.getByRole("button", { name: lesson.title.en }).click();
  await pupil.getByRole("radio").first().check();
  await pupil.getByRole("button", { name: en.transport.step, exact: true }).click();
  await expect.poll(async () => Number((await told()).cmi.core.score.raw)).toBeGreaterThan(0);
  const { cmi } = await told();
  expect(cmi.core.lesson_location).toBe("01-weights.json");
  expect(cmi.suspend_data.length).toBeLessThanOrEqual(4096);
  expect(cmi.suspend_data).toContain("01-weights.json");

  // The next visit, in a browser that keeps nothing of this one.
  kept = { suspend_data: cmi.suspend_data, core: { lesson_location: cmi.core.lesson_location, entry: "resume" } };
  await page.evaluate(() => localStorage.clear());
  await visit();
  await expect(pupil.locator(".card.lessons").getByText(en.course.step(1, lesson.steps.length))).toBeVisible();
  await expect.poll(async () => Number((await told()).cmi.core.score.raw)).toBeGreaterThan(0);
  expect(await page.evaluate(() => localStorage.getItem("sanhao.lessons"))).toBeNull();
});

test("without a platform the package says that nothing is reported, and works", async ({ page, baseURL }) => {
  const { "sanhao.html": file } = unzipSync(readFileSync(PACKAGE));
  const address = new URL("alone/sanhao.html", baseURL).href;
  await page.route(`${address}**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: Buffer.from(file ?? "") }),
  );
  await page.goto(`${address}?lang=en`);
  await expect(page.getByRole("alert")).toContainText("There is no learning platform around this page");
  await page.getByRole("button", { name: en.transport.step, exact: true }).click();
});
