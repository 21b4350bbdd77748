/** No experiment stops the page, and a part of it that cannot show one says so. */
import { wrongFields } from "../../web/state/wrong-fields.testing";
import { expect, test } from "./playground";
import { en } from "./words";

test("experiments with one field wrong give no error of the page, and the last one is on it", async ({
  playground,
  page,
}) => {
  for (const preset of ["weights", "honours"] as const) {
    await playground.open(preset);
    // The page's own test is of what is shown: the core's answers to all of them are a unit test's.
    const all = [...wrongFields(await playground.experiment())].filter((_, index) => index % 3 === 0);
    const taken = await page.evaluate(
      async (experiments) => {
        let count = 0;
        for (const experiment of experiments) {
          try {
            window.sanhao?.load(experiment as never);
            count += 1;
          } catch {
            continue;
          }
          await new Promise(requestAnimationFrame);
        }
        return count;
      },
      all.map(({ experiment }) => experiment),
    );
    expect(taken).toBeGreaterThan(20);
    expect(taken).toBeLessThan(all.length);
    await playground.expectNoBrokenNumber();
  }
  const named = await playground.experiment();
  named.table.subjects[0] = "constructor";
  named.table.students[0] = { name: "__proto__", scores: [1, 2, 3], target: null, included: true };
  await page.evaluate((experiment) => window.sanhao?.load(experiment), named);
  await expect(playground.row("__proto__")).toBeVisible();
  await expect(playground.grid.getByRole("columnheader", { name: "constructor" })).toBeVisible();
});

test("a part that cannot show an experiment says so and offers the last one that was shown", async ({
  playground,
  page,
  watched,
}) => {
  await playground.open("award");
  const before = await playground.experiment();
  await page.evaluate(() => {
    const { replace } = String.prototype;
    String.prototype.replace = function (this: string, ...args: Parameters<typeof replace>) {
      if (this.valueOf() === "Boom") throw new Error("Boom cannot be shown");
      return replace.apply(this, args);
    } as typeof replace;
  });
  await playground.change(({ table }) => {
    table.students[0] = { name: "Boom", scores: [1, 2, 3], target: null, included: true };
  });
  const said = page.getByRole("alert").filter({ hasText: en.showing.failed });
  await expect(said.first()).toBeVisible();
  // The other parts go on.
  await expect(playground.rate).toBeVisible();
  await said.first().getByRole("button", { name: en.showing.back }).click();
  await expect(said).toHaveCount(0);
  expect(await playground.experiment()).toEqual(before);
  await expect(playground.grid).toBeVisible();
  expect(new Set(watched.faults)).toEqual(new Set(["page error: Boom cannot be shown"]));
  watched.faults.splice(0);
});
