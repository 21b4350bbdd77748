/** What axe finds in the dialogs that bring data and experiments in and out. */
import { expectAccessible, THEMES } from "./axe";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

/** A list with everything that the import dialog can show: columns of every role, and a byte that is no character. */
const LIST = Buffer.concat([
  Buffer.from("学号,姓名,德育,智育,总分\n1,甲"),
  Buffer.of(0xff),
  Buffer.from(",90,80,85\n2,乙,98,95,?\n"),
]);

const DIALOGS: Readonly<Record<string, (playground: Playground) => Promise<void>>> = {
  "opening a table": async ({ page }) => {
    await page.locator('input[type="file"]').setInputFiles({ name: "class.csv", mimeType: "text/csv", buffer: LIST });
    await expect(page.getByText(like(en.import.broken(1, ANY, ANY)))).toBeVisible();
    await expect(page.getByRole("button", { name: en.import.take })).toBeEnabled();
  },
  "opening a table with a fault": async ({ page }) => {
    const buffer = Buffer.from("name,a,t\nA,1e300,1\nB,2,3\n");
    await page.locator('input[type="file"]').setInputFiles({ name: "class.csv", mimeType: "text/csv", buffer });
    await expect(page.locator("dialog .fault")).toBeVisible();
  },
  "making a class": async ({ page }) => {
    await page.getByRole("button", { name: en.data.make }).click();
    await expect(page.getByText(like(en.maker.awards(ANY, ANY)))).toBeVisible();
    await page.getByRole("textbox", { name: en.maker.seed }).fill("x");
    await expect(page.getByText(like(en.refusal.rules.number(ANY, { kind: "number" })))).toBeVisible();
    await page.getByRole("textbox", { name: en.maker.seed }).fill("7");
    await expect(page.getByRole("button", { name: en.maker.take })).toBeEnabled();
  },
  sharing: async ({ page }) => {
    await page.getByRole("button", { name: en.share.name, exact: true }).click();
    await expect(page.getByRole("textbox", { name: en.sharing.field })).toBeVisible();
  },
};

for (const theme of THEMES) {
  for (const [name, open] of Object.entries(DIALOGS)) {
    test(`axe finds nothing in the dialog for ${name}, ${theme}`, async ({ playground, page }) => {
      await playground.open("weights");
      await playground.chooseTheme(theme);
      await open(playground);
      await expectAccessible(page, { parts: ["dialog[open]"], theme });
      await playground.expectNoBrokenNumber();
    });
  }
}
