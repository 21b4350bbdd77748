/** Which of two classes is the yes: shown and swapped before a file is taken, and in the table. */
import { fileURLToPath } from "node:url";
import { expect, test } from "./playground";
import { en } from "./words";

/** The best students come first, so that `pass` is the class that appears first. */
const PASS_FAIL = fileURLToPath(new URL("../../crates/sanhao/tests/core/csv_files/pass-fail.csv", import.meta.url));

test("of pass and fail, pass is the yes; it is swapped everywhere by one press, and undone", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  await page.locator('input[type="file"]').setInputFiles(PASS_FAIL);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(en.import.yes("pass", "fail"));
  await dialog.getByRole("button", { name: en.import.swap }).click();
  await expect(dialog).toContainText(en.import.yes("fail", "pass"));
  await dialog.getByRole("button", { name: en.import.swap }).click();
  await dialog.getByRole("button", { name: en.import.take }).click();
  await expect(dialog).toBeHidden();
  const classes = async (): Promise<string[]> => (await playground.experiment()).table.classes;
  expect(await classes()).toEqual(["fail", "pass"]);

  const chips = page.getByRole("group", { name: en.data.classes });
  const marked = chips.getByTitle(en.data.yesLong.sigmoid);
  /** What a reader of the chips takes for the yes. */
  const expectYes = async (yes: string): Promise<void> => {
    await expect(marked).toHaveText(en.data.yes);
    await expect(marked.locator("..")).toContainText(yes);
    await expect(page.getByText(en.curve.caption(yes))).toBeVisible();
  };
  const first = async (): Promise<{ probability: number; name: string | undefined }> => {
    await playground.train(200);
    const { predictions, classes: indices } = await playground.frame();
    return { probability: predictions[0] ?? Number.NaN, name: (await classes())[indices[0] ?? -1] };
  };
  await playground.openPicture("curve");
  await expectYes("pass");
  const before = await first();
  expect(before.name).toBe("pass");
  expect(before.probability).toBeGreaterThan(0.9);

  await chips.getByRole("button", { name: en.data.makeYes("fail") }).click();
  expect(await classes()).toEqual(["pass", "fail"]);
  await expectYes("fail");
  const after = await first();
  expect(after.name).toBe("pass");
  expect(after.probability).toBeLessThan(0.1);
  expect((await playground.experiment()).table.students[0]?.target).toBe("pass");

  await page.getByRole("button", { name: en.data.undo }).click();
  await expectYes("pass");
  expect(await classes()).toEqual(["fail", "pass"]);
  await expect(chips.getByRole("button", { name: en.data.makeYes("fail") })).toBeVisible();
  await playground.expectNoBrokenNumber();
});
