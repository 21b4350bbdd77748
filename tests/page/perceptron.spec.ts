/** The perceptron: a student's scores, each times its weight, and their sum, which can be worked out by hand. */
import { expect, test } from "./playground";
import { en } from "./words";

const numberOf = (text: string): number => Number(text.replace("−", "-"));

test("every product and the sum are those of the numbers that are shown, and follow the training", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const picture = page.getByRole("article", { name: en.titles.perceptron });
  for (const updates of [100, 300]) {
    await playground.train(updates);
    const { predictions, errors } = await playground.frame();
    const written = await picture.locator(".written").innerText();
    const [terms = "", sum = ""] = written.split(" = ");
    const products = terms.split(" + ").map((term) => {
      const [score = "", weight = ""] = term.split(/\s×\s/);
      return numberOf(score) * numberOf(weight);
    });
    expect(products).toHaveLength(3);
    // Weights are shown with five decimals, scores are below 100.
    expect(Math.abs(products.reduce((a, b) => a + b) - numberOf(sum))).toBeLessThan(0.01);
    expect(numberOf(sum)).toBeCloseTo(predictions[0] ?? Number.NaN, 1);
    for (const [index, product] of (await picture.locator(".product").allTextContents()).entries()) {
      expect(numberOf(product.split(" = ")[1] ?? "")).toBeCloseTo(products[index] ?? Number.NaN, 1);
    }
    await expect(picture).toContainText(en.perceptron.school("85"));
    await expect(picture).toContainText(en.perceptron.off((errors[0] ?? 0).toFixed(2).replace("-", "−")));
  }
  // Another student is chosen here or in the table.
  await picture.getByRole("combobox", { name: en.perceptron.student }).selectOption("B");
  await expect(picture).toContainText(en.perceptron.school("96"));
  await expect(playground.row("A")).toHaveAttribute("aria-selected", "false");
});

test("classes are chosen, and a missing score is said", async ({ playground, page }) => {
  await playground.open("honours", "perceptron");
  await playground.train(100);
  const picture = page.getByRole("article", { name: en.titles.perceptron });
  const before = await picture.locator(".written").innerText();
  await picture.getByRole("combobox", { name: en.perceptron.class }).selectOption(en.names.threeGood);
  await expect(picture.locator(".written")).not.toHaveText(before);
  await playground.change(({ table }) => {
    const [first] = table.students;
    if (first) first.scores[1] = null;
  });
  await expect(picture).toContainText(en.perceptron.missing(en.names.study));
  await playground.expectNoBrokenNumber();
});
