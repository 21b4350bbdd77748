/** The S-curve: the learned threshold on the axis of totals, students read off, and the activation functions of layers. */
import { expect, type Playground, test } from "./playground";

async function openCurve({ page }: Playground): Promise<void> {
  await page.getByRole("group", { name: "Pictures" }).getByRole("button", { name: "S-curve" }).click();
}

test("the S-curve names the threshold that was learned, and how many are above it", async ({ playground, page }) => {
  await playground.open("award");
  await openCurve(playground);
  // Before the first step every weight is 0: there is no threshold, and the picture says so.
  await expect(page.getByText(/^The weights sum to 0/)).toBeVisible();
  await playground.train(1000);
  const { threshold, predictions } = await playground.frame();
  const above = predictions.filter((probability) => probability > 0.5).length;
  const name = `Threshold learned: ${threshold.toFixed(2)} points\\..*Students: 80, of whom ${above} are above`;
  await expect(page.getByRole("img", { name: new RegExp(name) })).toBeVisible();
  // Only who asks is told the school's.
  const school = page.getByRole("img", { name: /The school's own threshold: 95 points\./ });
  await expect(school).toBeHidden();
  await page.getByRole("checkbox", { name: "The school's threshold" }).check();
  await expect(school).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("a student is read off the S-curve and is the chosen one everywhere", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await playground.open("award");
  await playground.train(300);
  await openCurve(playground);
  const students = page.getByRole("button", { name: /Students on the curve/ });
  await students.focus();
  // From the lowest total on.
  await students.press("ArrowRight");
  const reading = page.locator("article.curve .reading");
  await expect(reading).toHaveText(/^Student \d+: total \d+\.\d, z = −\d+.*, probability (0|<1)%$/);
  await students.press("ArrowLeft");
  await expect(reading).toHaveText(/, probability (100|>99|9\d)%$/);
  await students.press("Enter");
  await expect(page.getByRole("row", { selected: true })).toHaveCount(1);
});

test("weights of a negative sum are said in words", async ({ playground, page }) => {
  await playground.open("award");
  await openCurve(playground);
  await playground.change((experiment) => {
    experiment.scaling = "raw";
    experiment.model.initial = { kind: "constant", weight: -0.1, bias: 0 };
  });
  await expect(page.getByText(/^The weights sum to less than 0/)).toBeVisible();
  await playground.expectNoBrokenNumber();
});

test("hidden layers show what their neurons make of z", async ({ playground, page }) => {
  await playground.open("layers");
  await openCurve(playground);
  await expect(
    page.getByRole("img", { name: /^tanh for z from −5 to 5: values from −0\.99\d* to 0\.99/ }),
  ).toBeVisible();
  const reader = page.getByRole("slider", { name: "Read tanh off" });
  await reader.focus();
  await reader.press("Home");
  await expect(reader).toHaveAttribute("aria-valuetext", /^z = −5\.00: value −0\.99/);
  await playground.change((experiment) => {
    experiment.model.hidden = [
      { units: 4, activation: "relu" },
      { units: 4, activation: "relu" },
    ];
  });
  await expect(page.getByText("Hidden layers 1, 2")).toBeVisible();
  await expect(page.getByRole("img", { name: /^ReLU for z .* slopes from 0 to 1\./ })).toBeVisible();
});
