/** The page in WebKit and in Chromium 109: the boundary's own tests, each case, a lesson, the styles. */
import { readdirSync } from "node:fs";
import type { Experiment, Preset } from "../../web/engine/engine";
// For the type of window.sanhao.
import type {} from "../../web/handle";
import { ANY, en, like, titleIn } from "../page/words";
import { button, buttonWith, type Engine, expect, hear, LESSONS, read, test } from "./engine";

/** Opens the page in English, which begins with the first case. */
async function open(engine: Engine): Promise<void> {
  await engine.open(`${process.env.SANHAO_PAGE}?lang=en`);
  await hear(engine, en.cases.tasks.weights);
}

test("the boundary passes its tests, those of the kept bits among them", async ({ engine }) => {
  await engine.open(`http://${process.env.BOUNDARY_TESTS}`);
  const results = () => engine.ask(() => document.getElementById("output")?.textContent, null);
  await expect.poll(results, { timeout: 60_000 }).toContain("test result: ");
  expect(await results()).toMatch(/test result: ok\. [1-9]\d* passed; 0 failed/);
});

const KEPT = JSON.parse(read("tests/bits.json"));
for (const preset of ["weights", "award", "honours", "layers"] satisfies Preset[]) {
  test(`the case ${preset} is played and painted, and its numbers have the kept bits`, async ({ engine }) => {
    await open(engine);
    await engine.press(`//*[@aria-label="${en.cases.label}"]${buttonWith(en.cases.names[preset])}`);
    await hear(engine, en.cases.tasks[preset]);
    await engine.press(button(en.transport.play));
    await expect.poll(() => engine.ask(() => window.sanhao?.frame().updates, null)).toBeGreaterThan(2);
    await engine.press(button(en.transport.pause));
    await engine.press(button(en.transport.reset));

    const { updates, ...kept } = KEPT[preset];
    const { loss, parameters, predictions } = await engine.ask((updates: number) => {
      if (window.sanhao === undefined) throw new Error("no window.sanhao");
      window.sanhao.step(updates);
      const { loss, layers, predictions } = window.sanhao.frame();
      const parameters = layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
      return { loss, parameters, predictions: [...predictions] };
    }, updates);
    const bits = (numbers: number[]) => [...new Uint32Array(Float32Array.from(numbers).buffer)];
    expect(bits(parameters)).toEqual(kept.parameters);
    expect(bits(predictions)).toEqual(kept.predictions);
    expect(`${new BigUint64Array(Float64Array.of(loss).buffer)}`).toBe(kept.loss);
    await hear(engine, updates.toLocaleString("en"));

    const experiment = await engine.ask(() => window.sanhao?.experiment() as Experiment, null);
    await engine.press(`//*[@aria-label="${en.pictures.label}"]${buttonWith(titleIn(experiment, "boundary"))}`);
    // Before training the background is of one colour in most cases.
    const colors = () =>
      engine.ask(
        (boundary) => {
          const pictures = [...document.querySelectorAll("[role=img]")];
          const picture = pictures.find((picture) => new RegExp(boundary).test(picture.ariaLabel ?? ""));
          const background = picture?.querySelector("canvas");
          const pixels = background?.getContext("2d")?.getImageData(0, 0, background.width, background.height);
          return new Set(new Uint32Array(pixels?.data.buffer ?? [])).size;
        },
        like(en.boundary.alternative(ANY, ANY, ANY)).source,
      );
    await expect.poll(colors).toBeGreaterThan(100);
  });
}

test("a lesson is taken to its end", async ({ engine }) => {
  const { title, steps } = JSON.parse(read("public/lessons/01-weights.json"));
  await open(engine);
  await engine.press(button(en.lessons));
  await hear(engine, en.course.count(0, LESSONS));
  await engine.press(buttonWith(title.en));
  await hear(engine, en.course.step(1, 4));
  await engine.press(`//label[contains(., "${steps[0].predict.choices[1].en}")]`);
  await engine.press(button(en.transport.step));
  await hear(engine, en.course.asGuessed);
  await engine.press(button(en.course.next));
  await hear(engine, en.course.step(2, 4));
  await engine.press(button(en.transport.play));
  await hear(engine, en.course.reached);
  await engine.press(button(en.course.next));
  await hear(engine, en.course.step(3, 4));
  await engine.ask(() => window.sanhao?.step(100_000), null);
  await hear(engine, en.course.reached);
  await engine.press(button(en.course.next));
  await hear(engine, en.course.step(4, 4));
  await engine.press(button(en.arithmetic.book));
  await engine.ask(() => window.sanhao?.step(1000), null);
  await hear(engine, en.course.reached);
  await engine.press(button(en.course.toList));
  await hear(engine, en.course.count(1, LESSONS));
});

/** What an engine may not know: without these a line breaks elsewhere, a bar shows, nothing moves, or a setting is not followed. */
const DISPENSABLE =
  /^(-\w+-.*|text-wrap|text-size-adjust|overflow-anchor|overscroll-behavior|forced-color-adjust|scrollbar-width|view-transition-name)$/;

test("the page's styles use nothing that the engine does not know", async ({ engine }) => {
  const [file] = readdirSync(new URL("../../dist/assets/", import.meta.url)).filter((name) => name.endsWith(".css"));
  const styles = read(`dist/assets/${file}`);
  const queries = [...styles.matchAll(/@media ?([^{]+)/g)].map(([, query = ""]) => query);
  // Less Firefox's own, and the steps of animations.
  const selectors = [...styles.matchAll(/(?<=^|[{}])[^{}@;]+(?=\{)/g)]
    .map(([selector]) => selector)
    .filter((selector) => !/::-moz-|^\d+%/.test(selector));
  const declarations = [...styles.matchAll(/(?<=[{;])([a-z-]+):([^;{}]+)(?=[;}])/g)].map(
    ([, property = "", value = ""]) => [property, value.replace("!important", "")] as const,
  );
  for (const found of [queries, selectors, declarations]) expect(found.length).toBeGreaterThan(20);
  await open(engine);
  const unknown = await engine.ask(
    ({ queries, selectors, declarations }) => {
      const root = getComputedStyle(document.documentElement);
      // A variable that a component sets for itself is a number, a length or a colour.
      const knows = (property: string, value: string) =>
        ["1", "1px", "red"].some((other) =>
          CSS.supports(
            property,
            value.replace(/var\((--[\w-]+)\)/g, (_, name) => root.getPropertyValue(name) || other),
          ),
        );
      const selects = (selector: string) => {
        try {
          document.querySelector(selector);
          return true;
        } catch {
          return false;
        }
      };
      return {
        queries: queries.filter((query) => matchMedia(query).media === "not all"),
        selectors: selectors.filter((selector) => !selects(selector)),
        declarations: declarations.filter(([property, value]) => !knows(property, value)),
      };
    },
    { queries, selectors, declarations },
  );
  // The build puts the prefix that Safari wants beside what it wants it for.
  const written = new Set(declarations.map(String));
  const missing = unknown.declarations.filter(
    ([property, value]) => !DISPENSABLE.test(property) && !written.has(`-webkit-${property},${value}`),
  );
  expect({ ...unknown, declarations: missing }).toEqual({ queries: [], selectors: [], declarations: [] });
});
