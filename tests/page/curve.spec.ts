/** The S-curve: the learned threshold on the axis of totals, students read off, and the activation functions of layers. */
import { expect, test } from "./playground";
import { ANY, en, like } from "./words";

test("the S-curve names the threshold that was learned, and how many are above it", async ({ playground, page }) => {
  // Totals have no S-curve: the picture offers the case that has one.
  await playground.open("weights", "curve");
  await page.getByRole("button", { name: en.stage.openCase(2) }).click();
  // Before the first step every weight is 0: there is no threshold, and the picture says so.
  await expect(page.getByText(en.curve.zero)).toBeVisible();
  await playground.train(1000);
  const { threshold, predictions } = await playground.frame();
  const above = predictions.filter((probability) => probability > 0.5).length;
  const name = like(en.curve.alternative(threshold.toFixed(2), ANY, ANY, 80, above));
  await expect(page.getByRole("img", { name: name })).toBeVisible();
  // Only who asks is told the school's.
  const school = page.getByRole("img", { name: en.curve.schoolAlt("95") });
  await expect(school).toBeHidden();
  await page.getByRole("checkbox", { name: en.curve.schoolLine }).check();
  await expect(school).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("a student is read off the S-curve and is the chosen one everywhere", async ({ playground, page }) => {
  await playground.open("award");
  await playground.train(300);
  await playground.openPicture("curve");
  const students = page.getByRole("application", { name: en.curve.reach });
  await students.focus();
  // From the lowest total on.
  await students.press("ArrowRight");
  const reading = page.locator("article.curve .reading");
  await expect(reading).toHaveText(like(en.curve.reading(ANY, ANY, `−${ANY}`, ANY)));
  await expect(reading).toHaveText(/\D(0|<1)%$/);
  await students.press("ArrowLeft");
  await expect(reading).toHaveText(/\D(100|>99|9\d)%$/);
  await students.press("Enter");
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
});

test("weights of a negative sum are said in words", async ({ playground, page }) => {
  await playground.open("award");
  await playground.openPicture("curve");
  await playground.change((experiment) => {
    experiment.scaling = "raw";
    experiment.model.initial = { kind: "constant", weight: -0.1, bias: 0 };
  });
  await expect(page.getByText(en.curve.negative)).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("hidden layers show what their neurons make of z", async ({ playground, page }) => {
  await playground.open("layers");
  await playground.openPicture("curve");
  await expect(
    page.getByRole("img", {
      name: like(en.curve.functionAlt(en.options.activations.tanh, [`−0.99${ANY}`, `0.99${ANY}`], [ANY, ANY])),
    }),
  ).toBeVisible();
  const reader = page.getByRole("slider", { name: en.curve.browse(en.options.activations.tanh) });
  await reader.focus();
  await reader.press("Home");
  await expect(reader).toHaveAttribute("aria-valuetext", like(en.curve.point("−5.00", `−0.99${ANY}`, ANY)));
  await playground.change((experiment) => {
    experiment.model.hidden = [
      { units: 4, activation: "relu" },
      { units: 4, activation: "relu" },
    ];
  });
  await expect(page.getByText(en.curve.layers([1, 2]))).toBeVisible();
  await expect(
    page.getByRole("img", { name: like(en.curve.functionAlt(en.options.activations.relu, [ANY, ANY], ["0", "1"])) }),
  ).toBeVisible();
});
