/** The loss surface: seen, read off, and training begun anew from a point of it. */
import type { Locator } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

async function open(playground: Playground): Promise<Locator> {
  await playground.openPicture("surface");
  const card = playground.page.getByRole("article", { name: en.titles.surface });
  await expect(card.getByRole("img", { name: like(en.surface.alternative(ANY, ANY, ANY)) })).toBeVisible();
  return card;
}

/** What is drawn, as a fingerprint. */
function drawn(card: Locator, canvas: number): Promise<string> {
  return card
    .locator("canvas")
    .nth(canvas)
    .evaluate((element: HTMLCanvasElement) => element.toDataURL());
}

test("a click on the surface puts its two parameters there and no other, and training goes on", async ({
  playground,
  page,
}) => {
  await playground.open("weights");
  const card = await open(playground);
  await playground.train(100);
  const before = (await playground.frame()).layers[0]?.weights ?? [];
  const point = card.getByRole("application", { name: en.surface.put });
  await point.scrollIntoViewIfNeeded();
  const box = await point.boundingBox();
  if (box === null) throw new Error("the surface is not to be seen");
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.25);
  const after = (await playground.frame()).layers[0]?.weights ?? [];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[2]).toBe(before[2]);
  // To the upper right of the middle.
  expect(after[0]).toBeGreaterThan(0.2);
  expect(after[1]).toBeGreaterThan(0.2);
  await playground.train(100);
  expect((await playground.frame()).layers[0]?.weights).not.toEqual(after);
  await playground.expectNoBrokenNumber();
});

test("a point is read off and chosen by the keyboard", async ({ playground, page }) => {
  await playground.open("weights");
  const card = await open(playground);
  await card.getByRole("application", { name: en.surface.put }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect(card.getByRole("definition")).toHaveCount(3);
  const read = await card.getByRole("definition").allTextContents();
  await page.keyboard.press("Enter");
  const { layers, loss } = await playground.frame();
  expect(layers[0]?.weights[0]).toBeCloseTo(Number(read[0]), 4);
  expect(layers[0]?.weights[1]).toBeCloseTo(Number(read[1]), 4);
  // The loss that was read is the loss that training then has.
  expect(loss).toBeCloseTo(Number(read[2]), 2);
});

test("the path grows as training goes on, and the surface itself moves with the third weight", async ({
  playground,
}) => {
  await playground.open("weights");
  const card = await open(playground);
  const [surface, path] = [await drawn(card, 0), await drawn(card, 1)];
  await playground.train(200);
  await expect.poll(() => drawn(card, 1)).not.toBe(path);
  await expect.poll(() => drawn(card, 0)).not.toBe(surface);
  await expect(card.getByRole("list", { name: en.surface.marks })).toContainText(en.surface.path);
});

test("any two parameters of a network with hidden layers can be chosen, by name", async ({ playground, page }) => {
  await playground.open("layers");
  const card = await open(playground);
  await page
    .getByRole("combobox", { name: en.surface.across, exact: true })
    .last()
    .selectOption({ label: "Study → Neuron 1.2" });
  await card.getByRole("combobox", { name: "Up", exact: true }).selectOption({ label: "Neuron 1.6 → One-subject" });
  await expect(card.getByRole("img")).toHaveAccessibleName(
    /over Study → Neuron 1\.2, across, and Neuron 1\.6 → One-subject/,
  );
  await card.getByRole("combobox", { name: "Up", exact: true }).selectOption({ label: "Bias of One-subject" });
  await playground.train(50);
  await playground.expectNoBrokenNumber();
});

test("a large network names first the neuron, and says that its path is not kept", async ({ playground }) => {
  await playground.open("layers");
  await playground.change((experiment) => {
    experiment.model.hidden = [{ units: 256, activation: "tanh" }];
  });
  const card = await open(playground);
  await card.getByRole("combobox", { name: "Up: neuron" }).selectOption({ label: "Neuron 1.200" });
  await card.getByRole("combobox", { name: "Up: its weight" }).selectOption({ label: "Bias" });
  await expect(card.getByRole("img")).toHaveAccessibleName(/and Bias of Neuron 1\.200, up/);
  await expect(card.getByText(/at most 64 parameters/)).toBeVisible();
});

test("the surface is zoomed, and shows the whole path again", async ({ playground, page }) => {
  await playground.open("weights");
  const card = await open(playground);
  const point = card.getByRole("application", { name: en.surface.put });
  await point.scrollIntoViewIfNeeded();
  const box = await point.boundingBox();
  if (box === null) throw new Error("the surface is not to be seen");
  /** The weight that is read off at the same pixel. */
  const weight = async (): Promise<string | null> => {
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3);
    return card.getByRole("definition").first().textContent();
  };
  const before = await weight();
  await card.getByRole("button", { name: en.surface.zoomIn }).click();
  const nearer = await weight();
  expect(nearer).not.toBe(before);
  await card.getByRole("button", { name: en.surface.zoomOut }).click();
  expect(await weight()).toBe(before);
  await card.getByRole("button", { name: en.surface.zoomIn }).click();
  await card.getByRole("button", { name: en.surface.fitShort }).click();
  expect(await weight()).toBe(before);
});

test("two weights that sum to one alone are not free", async ({ playground, page }) => {
  await playground.open("weights");
  await playground.change((experiment) => {
    experiment.model.weights = "sum_to_one";
    experiment.table.subjects.length = 2;
    for (const student of experiment.table.students) student.scores.length = 2;
  });
  await page.getByRole("button", { name: en.titles.surface, exact: true }).click();
  await expect(page.getByText(en.surface.notFree)).toBeVisible();
});

test("a run that diverges leaves a surface without broken numbers", async ({ playground, page }) => {
  await playground.open("weights");
  const card = await open(playground);
  await playground.change((experiment) => {
    experiment.training.loss = { kind: "squared" };
    experiment.training.optimizer = { kind: "sgd" };
    experiment.training.learning_rate = 1;
  });
  await playground.train(1000);
  expect((await playground.frame()).diverged).toBe(true);
  await card.getByRole("application", { name: en.surface.put }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(card.getByRole("definition")).toHaveCount(3);
  await playground.expectNoBrokenNumber();
});
