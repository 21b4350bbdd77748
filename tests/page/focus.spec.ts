/** Keys and focus: single keys are shortcuts only where they type nothing, and the focus stays where it was. */
import type { Page } from "@playwright/test";
import { expect, test, testOnOwnPage } from "./playground";
import { en } from "./words";

test("no single key acts in what takes letters", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("weights");
  await playground.step.click();
  await page.getByRole("combobox", { name: en.transport.speed }).focus();
  for (const key of ["r", "s"]) await page.keyboard.press(key);
  // The grid's header and its empty frame take no letters themselves, but its cells do.
  await playground.grid.getByRole("button", { name: en.data.sortBy(en.data.name) }).focus();
  for (const key of ["r", "s"]) await page.keyboard.press(key);
  await expect(page.getByTestId("updates")).toHaveText("1");
  await page.getByRole("switch", { name: en.fields["model.bias"] }).focus();
  await page.keyboard.press("s");
  await expect(page.getByTestId("updates")).toHaveText("2");
});

testOnOwnPage("single keys can be switched off for good", async ({ playground, page }) => {
  await playground.open("weights");
  await page.keyboard.press("?");
  const single = page.getByRole("switch", { name: en.keys.single });
  await single.click();
  await expect(single).not.toBeChecked();
  await page.keyboard.press("Escape");
  await page.reload();
  await playground.play.waitFor();
  for (const key of ["s", "Space", "?"]) await page.keyboard.press(key);
  await expect(page.getByTestId("updates")).toHaveText("0");
  await expect(playground.play).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(playground.step).not.toHaveAttribute("aria-keyshortcuts");
  await page.getByRole("button", { name: en.help.label }).click();
  await single.click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await expect(page.getByTestId("updates")).toHaveText("1");
});

test("Space plays after a click on a tab, and presses what the keyboard has reached", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await page.keyboard.press("Space");
  await expect(playground.pause).toBeVisible();
  await page.keyboard.press("Space");
  await expect(playground.play).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: en.cases.names.honours })).toHaveAttribute("aria-pressed", "true");
  await expect(playground.play).toBeVisible();
});

/** What has the focus, by its accessible name. */
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim(),
  );

test("the focus stays near when what had it goes", { tag: "@engine" }, async ({ playground, page }) => {
  await playground.open("award");
  const compare = page.getByRole("button", { name: en.stage.compare });
  await compare.click();
  await page.getByRole("button", { name: en.stage.close(en.titles.curve) }).focus();
  await page.keyboard.press("Enter");
  await expect(compare).toBeFocused();
  // Of three subjects the last goes: the button that adds one is in its place.
  const chips = page.getByRole("group", { name: en.data.subjects });
  await chips
    .getByRole("button", { name: /^Remove/ })
    .last()
    .focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe(en.data.subject);
  // Its undoing leaves nothing to undo: the button is disabled, and the focus is beside it.
  await page.getByRole("button", { name: en.data.undo, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe(en.data.redo);
});

test("a press without pointer or key before it is taken, as assistive tools do it", async ({ playground, page }) => {
  // Loaded without a press, so that no pointer and no key was seen.
  await playground.open("weights");
  const click = (name: string) =>
    page.evaluate((label) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click(), name);
  await click(en.transport.step);
  await expect(page.getByTestId("updates")).toHaveText("1");
  await click(en.boundary.reach);
  await expect(page.locator("[aria-live]").filter({ hasText: "A" }).first()).toBeAttached();
  await click(en.boundary.reach);
  await expect(playground.row("A")).toHaveAttribute("aria-selected", "true");
});
