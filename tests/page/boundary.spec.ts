/** A learner's hands in the boundary picture: students are moved, added, taken away, and taken back. */
import type { Locator } from "@playwright/test";
import { expect, type Playground, test } from "./playground";
import { ANY, en, like } from "./words";

/** What takes pointer and keys in the picture. */
function reachOf({ page }: Playground): Locator {
  return page.getByRole("application", { name: en.boundary.reach });
}

/** Where scores stand on the page: found by pointing at two students whose scores are known. */
async function pixelsOf(playground: Playground): Promise<(x: number, y: number) => { x: number; y: number }> {
  const box = await reachOf(playground).boundingBox();
  if (box === null) throw new Error("the picture is not to be seen");
  const axes = await playground.page.evaluate(() => {
    const canvas = document.querySelector("canvas.background")?.getBoundingClientRect();
    return canvas && { left: canvas.left, top: canvas.top, right: canvas.right, bottom: canvas.bottom };
  });
  if (axes === undefined) throw new Error("no picture");
  const { students } = (await playground.experiment()).table;
  // The axes pad the students' scores by 8 % on either side (scale.ts).
  const range = (subject: number): [number, number] => {
    const scores = students.map(({ scores }) => scores[subject] ?? Number.NaN);
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    return [low - (high - low) * 0.08, high + (high - low) * 0.08];
  };
  const [left, right] = range(0);
  const [bottom, top] = range(1);
  return (x, y) => ({
    x: axes.left + ((x - left) / (right - left)) * (axes.right - axes.left),
    y: axes.bottom - ((y - bottom) / (top - bottom)) * (axes.bottom - axes.top),
  });
}

/** All that the chosen student's row says, in fields or as text. */
async function chosenRow({ page }: Playground): Promise<string> {
  const row = page.getByRole("row", { selected: true });
  return row.evaluate((element) => {
    const fields = [...element.querySelectorAll("input")].map(({ value }) => value);
    return [element.textContent, ...fields].join(" ");
  });
}

async function scoresOf(playground: Playground, row: number): Promise<(number | null)[] | undefined> {
  return (await playground.experiment()).table.students[row]?.scores;
}

/** Three students far from one another, of whom the last is to be predicted. */
async function openThree(playground: Playground): Promise<void> {
  await playground.open("award");
  await expect(reachOf(playground)).toBeVisible();
  await playground.change((experiment) => {
    experiment.table.students = [
      { name: "Ann", scores: [60, 60, 60], target: experiment.table.classes[0] ?? null, included: true },
      { name: "Ben", scores: [100, 100, 100], target: experiment.table.classes[1] ?? null, included: true },
      { name: "Cid", scores: [70, 90, 80], target: null, included: true },
    ];
  });
  await reachOf(playground).scrollIntoViewIfNeeded();
}

test("a student is dragged, the table follows, and it is taken back as one", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await openThree(playground);
  await playground.train(50);
  const at = await pixelsOf(playground);
  const from = at(70, 90);
  const to = at(85, 75);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  // Before it is let go: the experiment changes as it is dragged, and training starts over.
  expect(await scoresOf(playground, 2)).toEqual([85, 75, 80]);
  expect((await playground.frame()).updates).toBe(0);
  await page.mouse.up();
  const row = await chosenRow(playground);
  expect(row).toContain("Cid");
  expect(row).toContain("85");
  expect(row).toContain("75");
  await page.keyboard.press("Control+z");
  expect(await scoresOf(playground, 2)).toEqual([70, 90, 80]);
  await page.keyboard.press("Control+Shift+z");
  expect(await scoresOf(playground, 2)).toEqual([85, 75, 80]);
  await playground.expectNoBrokenNumber();
});

test("training that plays goes on while a student is dragged", async ({ playground, page }) => {
  await openThree(playground);
  await playground.play.click();
  const at = await pixelsOf(playground);
  const from = at(70, 90);
  const to = at(80, 80);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await playground.until(({ updates }) => updates > 3, "training goes on before the student is let go");
  await page.mouse.up();
  await expect(playground.pause).toBeVisible();
});

test("a student dragged out of the picture stays at its edge", async ({ playground, page }) => {
  await openThree(playground);
  const at = await pixelsOf(playground);
  const from = at(70, 90);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 5 });
  await page.mouse.up();
  // The axes went from 56.8 to 103.2.
  expect(await scoresOf(playground, 2)).toEqual([57, 103, 80]);
});

test("Escape puts a dragged student back", { tag: "@engine" }, async ({ playground, page }) => {
  await openThree(playground);
  const at = await pixelsOf(playground);
  const from = at(70, 90);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
  expect(await scoresOf(playground, 2)).not.toEqual([70, 90, 80]);
  await reachOf(playground).press("Escape");
  expect(await scoresOf(playground, 2)).toEqual([70, 90, 80]);
  await page.mouse.up();
  expect(await scoresOf(playground, 2)).toEqual([70, 90, 80]);
});

test("a click on empty paper adds a student, of the class that is chosen", { tag: "@engine" }, async ({
  playground,
  page,
}) => {
  await openThree(playground);
  const at = await pixelsOf(playground);
  const empty = at(80, 70);
  await page.mouse.click(empty.x, empty.y);
  const added = (await playground.experiment()).table.students[3];
  expect(added).toMatchObject({ scores: [80, 70, 80], target: null, included: true });
  const { moral, study, sport, student } = en.names;
  const said = en.boundary.added(`${student(4)}, ${moral} 80, ${study} 70, ${sport} 80, ${en.boundary.said(ANY)}`);
  await expect(page.getByText(like(said))).toBeAttached();

  await page.getByRole("group", { name: en.boundary.addAs }).getByText(en.names.yes).click();
  const next = at(90, 65);
  await page.mouse.click(next.x, next.y);
  const { classes, students } = (await playground.experiment()).table;
  expect(students[4]?.target).toBe(classes[1]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect((await playground.experiment()).table.students).toHaveLength(3);
});

test("the chosen student is moved and removed by the keyboard", async ({ playground, page }) => {
  await openThree(playground);
  const reach = reachOf(playground);
  await reach.focus();
  for (let count = 0; count < 3; count += 1) await reach.press("ArrowRight");
  await reach.press("Enter");
  await reach.press("Shift+ArrowRight");
  await reach.press("Shift+ArrowUp");
  expect(await scoresOf(playground, 2)).toEqual([71, 91, 80]);
  await reach.press("Shift+Alt+ArrowDown");
  expect(await scoresOf(playground, 2)).toEqual([71, 90.9, 80]);
  const { moral, study, sport } = en.names;
  const moved = `Cid, ${moral} 71, ${study} 90.9, ${sport} 80, ${en.boundary.said(ANY)}`;
  await expect(page.getByText(like(moved))).toBeAttached();
  await reach.press("Delete");
  await expect(page.getByText(en.boundary.removed("Cid"))).toBeAttached();
  expect((await playground.experiment()).table.students).toHaveLength(2);
  await reach.press("Control+z");
  expect((await playground.experiment()).table.students).toHaveLength(3);
});

test("a student pointed at in the table is marked in the picture", async ({ playground, page }) => {
  await openThree(playground);
  const marks = page.locator('svg.layer circle[r="12"]');
  await expect(marks).toHaveCount(0);
  await page.getByRole("row").filter({ hasText: "Cid" }).or(page.locator('tr[data-row="2"]')).first().hover();
  await expect(marks).toHaveCount(1);
  const at = await pixelsOf(playground);
  const circle = await marks.boundingBox();
  const cid = at(70, 90);
  expect(circle && Math.hypot(circle.x + circle.width / 2 - cid.x, circle.y + circle.height / 2 - cid.y)).toBeLessThan(
    3,
  );
});

test("the background shows the answer alone on request", async ({ playground, page }) => {
  await openThree(playground);
  await playground.train(100);
  /** The part of the background that has one of its two commonest colours. */
  const twoColours = (): Promise<number> =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas.background");
      const data = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      const counts = new Map<number, number>();
      const pixels = new Uint32Array(data?.buffer ?? new ArrayBuffer(4));
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
      return (first + second) / pixels.length;
    });
  expect(await twoColours()).toBeLessThan(0.9);
  await page.getByRole("checkbox", { name: en.boundary.flat }).check();
  // Two classes; the rest is the line between them.
  await expect.poll(twoColours).toBeGreaterThan(0.98);
});

test.describe("by finger, on a phone", () => {
  test.use({ ownPage: true, hasTouch: true, viewport: { width: 390, height: 844 } });
  // The protocol that drives Firefox has no fingers.
  test.skip(({ browserName }) => browserName === "firefox");

  type Place = { readonly x: number; readonly y: number };

  async function swipe({ page }: Playground, from: Place, to: Place): Promise<void> {
    const hand = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Place[]): Promise<unknown> =>
      hand.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", [from]);
    for (let part = 1; part <= 8; part++) {
      const at = (a: number, b: number): number => a + ((b - a) * part) / 8;
      await touch("touchMove", [{ x: at(from.x, to.x), y: at(from.y, to.y) }]);
    }
    await touch("touchEnd", []);
  }

  test("a student is moved and the page stays, a swipe on bare paper scrolls and adds nobody", async ({
    page,
    playground,
  }) => {
    await openThree(playground);
    const at = await pixelsOf(playground);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(playground, at(70, 90), at(85, 75));
    expect(await scoresOf(playground, 2)).toEqual([85, 75, 80]);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await swipe(playground, at(65, 95), at(65, 75));
    expect((await playground.experiment()).table.students).toHaveLength(3);
    const paper = await pixelsOf(playground);
    await page.touchscreen.tap(paper(65, 95).x, paper(65, 95).y);
    expect((await playground.experiment()).table.students).toHaveLength(4);
  });

  test("the learning rate follows a finger on its slider", async ({ playground }) => {
    await playground.open("weights", "boundary");
    await playground.rateSlider.scrollIntoViewIfNeeded();
    const box = await playground.rateSlider.boundingBox();
    if (box === null) throw new Error("no slider");
    const before = await playground.rate.inputValue();
    const y = box.y + box.height / 2;
    await swipe(playground, { x: box.x + box.width / 2, y }, { x: box.x + box.width * 0.8, y });
    await expect(playground.rate).not.toHaveValue(before);
  });
});
