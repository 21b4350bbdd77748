/** The controls of the model: each changes what its name says. */
import { expect, test } from "./playground";
import { en } from "./words";

test("constraint, bias, output and scaling are chosen by their names", async ({ page, playground }) => {
  await playground.open("weights");
  await page.getByRole("switch", { name: en.model.sumToOne }).check();
  expect((await playground.experiment()).model.weights).toBe("sum_to_one");
  await page.getByRole("switch", { name: en.model.sumToOne }).uncheck();
  expect((await playground.experiment()).model.weights).toBe("free");
  await playground.choose("award");
  await page.getByRole("switch", { name: en.fields["model.bias"] }).uncheck();
  await playground.select(en.fields["model.output"], "softmax");
  await playground.select(en.fields.scaling, "divide_by_100");
  await expect
    .poll(() => playground.experiment())
    .toMatchObject({
      scaling: "divide_by_100",
      model: { bias: false, output: "softmax" },
      training: { loss: { kind: "categorical_cross_entropy" } },
    });
});

test("hidden layers have as many neurons and the activation that are chosen", async ({ page, playground }) => {
  await playground.open("layers");
  await page.getByRole("button", { name: en.model.addLayer }).click();
  const units = page.getByRole("textbox", { name: en.model.units(1) });
  await units.fill("2");
  await units.press("Enter");
  await playground.select(en.model.activation(2), "relu");
  await expect
    .poll(async () => (await playground.experiment()).model.hidden)
    .toEqual([
      { units: 2, activation: "tanh" },
      { units: 6, activation: "relu" },
    ]);
});
