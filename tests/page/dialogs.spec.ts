/** What axe finds in the dialogs that bring data and experiments in and out. */
import { expectAccessible, THEMES } from "./axe";
import { expect, type Playground, test } from "./playground";

/** A list with everything that the import dialog can show: columns of every role, and a byte that is no character. */
const LIST = Buffer.concat([
  Buffer.from("学号,姓名,德育,智育,总分\n1,甲"),
  Buffer.of(0xff),
  Buffer.from(",90,80,85\n2,乙,98,95,?\n"),
]);

const DIALOGS: Readonly<Record<string, (playground: Playground) => Promise<void>>> = {
  "opening a table": async ({ page }) => {
    await page.locator('input[type="file"]').setInputFiles({ name: "class.csv", mimeType: "text/csv", buffer: LIST });
    await expect(page.getByText("In one place")).toBeVisible();
    await expect(page.getByRole("button", { name: "Use this table" })).toBeEnabled();
  },
  "opening a table with a fault": async ({ page }) => {
    const buffer = Buffer.from("name,a,t\nA,x,1\nB,2,3\n");
    await page.locator('input[type="file"]').setInputFiles({ name: "class.csv", mimeType: "text/csv", buffer });
    await expect(page.getByText("is not a number")).toBeVisible();
  },
  "making a class": async ({ page }) => {
    await page.getByRole("button", { name: "Make a class" }).click();
    await expect(page.getByText("get the award")).toBeVisible();
    await page.getByRole("textbox", { name: "Seed" }).fill("x");
    await expect(page.getByText("is not a number")).toBeVisible();
    await page.getByRole("textbox", { name: "Seed" }).fill("7");
    await expect(page.getByRole("button", { name: "Make this class" })).toBeEnabled();
  },
  sharing: async ({ page }) => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Link" })).toBeVisible();
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
