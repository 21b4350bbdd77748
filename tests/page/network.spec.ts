/** The network: looked into, changed in place. */
import type { Page } from "@playwright/test";
import { expect, test } from "./playground";
import { ANY, en, like, OUT_OF_RANGE } from "./words";

const picture = (page: Page) => page.getByRole("img", { name: like(en.network.alternative(ANY)) });
const browse = (page: Page) => page.getByRole("application", { name: en.network.browse });

test("neurons are added and taken in the picture", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 6 – 1")));
  await page.getByRole("button", { name: en.network.addNeuron(1) }).click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 7 – 1")));
  const remove = page.getByRole("button", { name: en.network.removeNeuron(1) });
  for (let units = 7; units > 1; units -= 1) await remove.click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 1 – 1")));
  await expect(remove).toBeDisabled();
  await playground.train(10);
  await playground.expectNoBrokenNumber();
});

test("layers are put in and taken out in the picture, and a change is taken back", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await page.getByRole("button", { name: en.network.addLayer(2) }).click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 6 – 6 – 1")));
  await page.getByRole("button", { name: en.network.removeLayer(1) }).click();
  await page.getByRole("button", { name: en.network.removeLayer(1) }).click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 1")));
  // The keyboard is where a layer can be put in again.
  await expect(page.getByRole("button", { name: en.network.addLayer(1) })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("2 – 6 – 1")));
});

test("eight hidden layers are the most", async ({ playground, page }) => {
  await playground.open("layers", "network");
  const insert = page.getByRole("button", { name: en.network.addLayer(1) });
  for (let layers = 1; layers < 8; layers += 1) await insert.click();
  await expect(insert).toBeDisabled();
  expect((await playground.experiment()).model.hidden).toHaveLength(8);
});

test("each layer has an activation of its own", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await page.getByRole("button", { name: en.network.addLayer(2) }).click();
  await playground.select(en.network.activation(2), "ReLU");
  expect((await playground.experiment()).model.hidden.map(({ activation }) => activation)).toEqual(["tanh", "relu"]);
});

test("an edge is reached and changed by the keyboard", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await playground.train(5);
  await browse(page).focus();
  await expect(browse(page)).toBeFocused();
  // The first neuron, then the first edge that ends in it.
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(like(`${en.parameters.biasOf(en.parameters.neuron(1, 1))}: `))).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", {
    name: en.parameters.edge(en.names.study, en.parameters.neuron(1, 1)),
    exact: true,
  });
  await expect(field).toBeFocused();
  await page.keyboard.type("-2.5");
  await page.keyboard.press("Enter");
  await expect(browse(page)).toBeFocused();
  const { layers, updates } = await playground.frame();
  expect(layers[0]?.weights[0]).toBeCloseTo(-2.5, 5);
  await playground.train(1);
  expect((await playground.frame()).updates).toBe(updates + 1);
  await playground.reset.click();
  expect((await playground.frame()).layers[0]?.weights[0]).not.toBeCloseTo(-2.5, 1);
});

test("a number in the network that is none is refused where it was typed", async ({ playground, page }) => {
  await playground.open("layers", "network");
  const before = (await playground.frame()).layers;
  await browse(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const field = page.getByRole("textbox", { name: en.parameters.biasOf(en.parameters.neuron(1, 1)) });
  for (const text of ["abc", "1e400", ""]) {
    await field.fill(text);
    await field.press("Enter");
    await expect(page.getByRole("alert")).toContainText(
      text === "1e400" ? OUT_OF_RANGE : like(en.refusal.rules.number(ANY, { kind: "number" })),
    );
    expect((await playground.frame()).layers).toEqual(before);
  }
  await field.press("Escape");
  await expect(page.getByRole("alert")).toBeHidden();
  await playground.expectNoBrokenNumber();
});

test("a neuron is pressed, shows its answers and takes another bias", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await playground.train(20);
  const reach = browse(page);
  await reach.scrollIntoViewIfNeeded();
  const box = await reach.boundingBox();
  if (box === null) throw new Error("the network is not to be seen");
  const answers = page.getByText(en.network.answers(en.names.study, en.names.sport));
  // The one output stands in the middle of the height, right of the hidden neurons.
  for (let x = box.width - 1; x > box.width / 2 && !(await answers.isVisible()); x -= 6) {
    await page.mouse.move(box.x + x, box.y + box.height / 2);
  }
  await expect(answers).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole("textbox", { name: like(en.parameters.biasOf(ANY)) }).fill("3");
  await page.keyboard.press("Enter");
  expect((await playground.frame()).layers.at(-1)?.biases[0]).toBe(3);
});

test("every number of the network stands in the table, and is changed there", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await page.getByText(en.network.asTable).click();
  const table = page.getByRole("table").filter({ hasText: en.parameters.neuron(1, 6) });
  // 2 × 6 weights and 6 biases, 6 × 1 weights and 1 bias, and the head.
  await expect(table.getByRole("row")).toHaveCount(26);
  await table
    .getByRole("button", {
      name: like(en.weights.changeValue(en.parameters.edge(en.names.sport, en.parameters.neuron(1, 2)), ANY)),
    })
    .click();
  await page
    .getByRole("textbox", { name: en.parameters.edge(en.names.sport, en.parameters.neuron(1, 2)) })
    .fill("0.75");
  await page.keyboard.press("Enter");
  expect((await playground.frame()).layers[0]?.weights[3]).toBeCloseTo(0.75, 5);
});

test("the neurons' answers are painted, and painted anew as training goes on", async ({ playground, page }) => {
  await playground.open("layers", "network");
  const painted = (): Promise<string> =>
    picture(page).evaluate(
      (drawing) => drawing.querySelector<HTMLCanvasElement>("canvas:last-child")?.toDataURL() ?? "",
    );
  const empty = await picture(page).evaluate((drawing) => {
    const like = drawing.querySelector<HTMLCanvasElement>("canvas:last-child");
    const canvas = document.createElement("canvas");
    canvas.width = like?.width ?? 1;
    canvas.height = like?.height ?? 1;
    return canvas.toDataURL();
  });
  await expect.poll(painted).not.toBe(empty);
  const before = await painted();
  await playground.train(200);
  await expect.poll(painted).not.toBe(before);
});

test("the single-layer cases have a network, too", async ({ playground, page }) => {
  await playground.open("weights");
  await page.getByRole("group", { name: en.pictures.label }).getByRole("button", { name: en.titles.network }).click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("3 – 1")));
  await page.getByRole("button", { name: en.network.addLayer(1) }).click();
  await expect(picture(page)).toHaveAccessibleName(like(en.network.alternative("3 – 4 – 1")));
});

test("a layer of 65 neurons is drawn as heat maps, and trains", async ({ playground, page }) => {
  await playground.open("layers", "network");
  await playground.change((experiment) => {
    experiment.model.hidden = [{ units: 65, activation: "relu" }];
  });
  await expect(
    page.getByRole("img", { name: `${en.network.hiddenLayer(1)} ${en.network.layerSize(65, 2)}` }),
  ).toBeVisible();
  await playground.train(5);
  await playground.expectNoBrokenNumber();
});
