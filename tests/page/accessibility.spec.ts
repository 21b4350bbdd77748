/** What axe finds, in every case and theme, and what a screen reader is told. */
import type { Page } from "@playwright/test";
import { expectAccessible, THEMES } from "./axe";
import { expect, type PictureName, test } from "./playground";
import { en, zh } from "./words";

const PRESETS = ["weights", "award", "honours", "layers"] as const;

for (const preset of PRESETS) {
  test(`axe finds nothing in case ${PRESETS.indexOf(preset) + 1}, light and dark`, async ({ playground, page }) => {
    await playground.open(preset);
    // A few students have every kind of row; axe takes each row anew.
    await playground.change(({ table }) => {
      table.students.splice(6);
    });
    await playground.step.click();
    for (const theme of THEMES) {
      await playground.chooseTheme(theme);
      await expectAccessible(page, { theme });
    }
  });
}

/** Each picture in a case where it has much to show. */
const SHOWN = {
  perceptron: "honours",
  boundary: "honours",
  weights: "honours",
  network: "layers",
  curve: "award",
  triangle: "honours",
  surface: "layers",
  arithmetic: "layers",
  family: "weights",
  search: "weights",
  race: "award",
  metrics: "honours",
  rates: "layers",
  luck: "honours",
  units: "layers",
  settings: "award",
} as const satisfies Record<PictureName, (typeof PRESETS)[number]>;

for (const preset of PRESETS) {
  test(`axe finds nothing in the pictures of case ${PRESETS.indexOf(preset) + 1}, light and dark`, async ({
    playground,
    page,
  }) => {
    await playground.open(preset);
    const themes = [...THEMES];
    const pictures = (Object.keys(SHOWN) as PictureName[]).filter((picture) => SHOWN[picture] === preset);
    await playground.visitPictures(async () => {
      await playground.step.click();
      for (const theme of themes) {
        await playground.chooseTheme(theme);
        await expectAccessible(page, { parts: ["article.picture"], theme });
      }
      // The next picture begins with the theme that is there.
      themes.reverse();
    }, pictures);
  });
}

test("a screen reader is told where training stands when it pauses", async ({ playground, page }) => {
  await playground.open("award");
  // What is said of the other case first.
  await expect(page.getByText(en.spoken.table)).toBeAttached();
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
  await playground.pause.click();
  const { epoch } = await playground.frame();
  await expect(page.getByText(new RegExp(`^Epoch ${epoch}, loss 0\\.\\d+\\.$`))).toBeAttached();
});

test("a screen reader is told what was changed", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.setRate("0.01");
  await expect(page.getByText(en.spoken.rate("0.01"))).toBeAttached();
  await page.getByRole("button", { name: en.language.zh }).click();
  await expect(page.getByText(zh.spoken.rate("0.01"))).toBeAttached();
  await page.getByRole("button", { name: zh.language.en }).click();
  await page.getByRole("switch", { name: en.fields["model.bias"] }).click();
  await expect(page.getByText(en.spoken.changed(`${en.fields["model.bias"]} ${en.loss.yes}`))).toBeAttached();
});

/** What screen readers are told in two seconds. */
function toldIn2Seconds(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((told) => {
        const seen: string[] = [];
        const observer = new MutationObserver((records) => {
          for (const { attributeName, target } of records) {
            const element = target instanceof Element ? target : target.parentElement;
            if (attributeName?.startsWith("aria-")) seen.push(`${attributeName}: ${element?.ariaLabel}`);
            else if (attributeName === null && element?.closest("[aria-live], [role=status], [role=alert]"))
              seen.push(`live: ${element.textContent}`);
          }
        });
        observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
        setTimeout(() => {
          observer.disconnect();
          told(seen);
        }, 2000);
      }),
  );
}

test("what screen readers are told changes at their pace while a picture and its neighbours train", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await playground.openPicture("surface");
  // That of the loss, and those of the miniatures.
  await expect(page.locator("canvas").nth(3)).toBeVisible();
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
  const changes = await toldIn2Seconds(page);
  expect(changes.length, changes.join("\n")).toBeLessThanOrEqual(20);
  expect(changes.length).toBeGreaterThan(0);
  // At rest everything is told as it is.
  await playground.pause.click();
  const { epoch } = await playground.frame();
  const curve = page.getByRole("img", { name: /^Curve of the loss/ });
  await expect(curve).toHaveAttribute("aria-label", new RegExp(`At epoch ${epoch.toLocaleString("en")} `));
});

test("their pace is kept where a race begins while the page's own run plays", async ({ playground, page }) => {
  await playground.open("award", "race");
  await playground.play.click();
  await playground.until(({ updates }) => updates > 5, "training goes on");
  await page.getByRole("button", { name: en.race.start }).click();
  await expect(playground.play).toBeVisible();
  const changes = await toldIn2Seconds(page);
  expect(changes.length, changes.join("\n")).toBeLessThanOrEqual(20);
  expect(changes.length).toBeGreaterThan(0);
});
