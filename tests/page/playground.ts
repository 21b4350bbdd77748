/** The page as its tests see it: opened in a language and a case, watched for what must never happen. */
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
  type Request,
  type Response,
} from "@playwright/test";
import type { Experiment, Frame, Preset } from "../../web/engine/engine";
// For the type of window.sanhao.
import type {} from "../../web/handle";
import { ANY, en, like, titleIn } from "./words";

export { expect };

export type PictureName = keyof typeof en.titles;

interface Watched {
  /** What went wrong so far; every test ends with an empty list. */
  readonly faults: string[];
}

interface OfTest {
  watched: Watched;
  playground: Playground;
  /** Whether the test has a browser context of its own. Most tests share one, whose page is loaded anew for each of them. */
  ownPage: boolean;
}

interface OfWorker {
  /** The page that this worker's tests share; made when the first of them needs it. */
  sharedPage: () => Promise<Page>;
}

/**
 * How every visitor's browser is set up, unless a test asks for another one. A service worker would answer in the place of a server
 * whose answers a test counts or changes, and for the tests to come.
 */
export const VISITOR = {
  locale: "zh-CN",
  viewport: { width: 1440, height: 900 },
  serviceWorkers: "block",
} as const;
/** Seconds in which a picture of many runs answers at most: two on a machine by itself, more beside a second browser. */
export const ANSWERED = 6;
/** The cases in which a picture of many runs is asked for its seconds: in Firefox the one with the most to compute speaks for all. */
export const sweptCases = (browserName: string): readonly Preset[] =>
  browserName === "chromium" ? ["weights", "award", "honours", "layers"] : ["layers"];
/** How long a press or a typed text may take. */
export const ACTION_TIMEOUT = 10_000;

function address(): string {
  const address = process.env.SANHAO_PAGE;
  if (address === undefined) throw new Error("SANHAO_PAGE is not set: serve.ts has not run");
  return address;
}

/** A page that says on its console what its Content-Security-Policy has stopped: not every browser does so by itself. */
async function newWatchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
      console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  return page;
}

export const test = base.extend<OfTest, OfWorker>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from this pattern.
  baseURL: async ({}, use) => use(address()),
  ownPage: [false, { option: true }],
  sharedPage: [
    async ({ browser }, use) => {
      let context: BrowserContext | undefined;
      let page: Page | undefined;
      await use(async () => {
        if (page !== undefined) return page;
        context = await browser.newContext({ ...VISITOR, baseURL: address() });
        context.setDefaultTimeout(ACTION_TIMEOUT);
        page = await newWatchedPage(context);
        return page;
      });
      await context?.close();
    },
    { scope: "worker" },
  ],
  page: async ({ browser, sharedPage, ownPage, viewport }, use) => {
    if (ownPage) {
      const context = await browser.newContext();
      await use(await newWatchedPage(context));
      await context.close();
      return;
    }
    const page = await sharedPage();
    // Nothing of the test before is kept; loading the page does the rest.
    if (page.url().startsWith(address())) await page.evaluate(() => localStorage.clear());
    if (viewport !== null) await page.setViewportSize(viewport);
    await use(page);
    await page.unrouteAll();
  },
  watched: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const { origin } = new URL(String(baseURL));
      const watch = {
        console: (message: ConsoleMessage) => {
          if (message.type() === "error") faults.push(`console: ${message.text()}`);
        },
        pageerror: (error: Error) => faults.push(`page error: ${error.message}`),
        request: (request: Request) => {
          const url = request.url();
          if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.push(`request: ${url}`);
        },
        response: (response: Response) => {
          if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
        },
      };
      page.on("console", watch.console).on("pageerror", watch.pageerror);
      page.on("request", watch.request).on("response", watch.response);
      await use({ faults });
      page.off("console", watch.console).off("pageerror", watch.pageerror);
      page.off("request", watch.request).off("response", watch.response);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  playground: async ({ page }, use) => {
    await use(new Playground(page));
  },
});

/** For a test that changes the browser itself before or beside the page, such as its clock, its storage or its fingers. */
export const testOnOwnPage = test.extend({ ownPage: true });

/** The page's controls in English, and its scripting handle. */
export class Playground {
  readonly play: Locator;
  readonly pause: Locator;
  readonly step: Locator;
  readonly reset: Locator;

  /** The picture of the machine's answers. */
  readonly boundary: Locator;
  /** The table of students. */
  readonly grid: Locator;
  readonly rate: Locator;
  readonly rateSlider: Locator;

  constructor(readonly page: Page) {
    this.play = page.getByRole("button", { name: en.transport.play, exact: true });
    this.pause = page.getByRole("button", { name: en.transport.pause, exact: true });
    this.step = page.getByRole("button", { name: en.transport.step, exact: true });
    this.reset = page.getByRole("button", { name: en.transport.reset, exact: true });
    this.boundary = page.getByRole("img", { name: like(en.boundary.alternative(ANY, ANY, ANY)) });
    this.grid = page.getByRole("grid", { name: en.data.grid });
    this.rate = page.getByRole("textbox", { name: en.fields["training.learning_rate"], exact: true });
    this.rateSlider = page.getByRole("slider", { name: en.model.rateSlider });
  }

  /** Opens a case, with another picture on the stage than its first. */
  async open(preset: Preset = "weights", picture?: PictureName): Promise<void> {
    await this.page.goto("?lang=en");
    await this.play.waitFor();
    if (preset !== "weights") await this.choose(preset);
    if (picture !== undefined) await this.openPicture(picture);
  }

  /** Presses the theme's switch until a theme is in force by choice. */
  async chooseTheme(theme: "light" | "dark"): Promise<void> {
    const chosen = this.page.getByRole("button", { name: en.theme.label(en.theme.names[theme]), exact: true });
    for (let press = 0; press < 2 && !(await chosen.isVisible()); press += 1) {
      await this.page.getByRole("button", { name: like(en.theme.label(ANY)) }).click();
    }
    await expect(chosen).toBeVisible();
    await expect(this.page.locator("html")).toHaveAttribute("data-theme", theme);
  }

  async choose(preset: Preset): Promise<void> {
    await this.page
      .getByRole("group", { name: en.cases.label })
      .getByRole("button", { name: new RegExp(`${en.cases.names[preset]}$`) })
      .click();
  }

  /** Brings a picture to the stage, by its name in the strip; one that is there stays. */
  async openPicture(picture: PictureName): Promise<void> {
    const name = titleIn(await this.experiment(), picture);
    const open = this.page.getByRole("group", { name: en.pictures.label }).getByRole("button", { name, exact: true });
    if ((await open.getAttribute("aria-pressed")) === "false") {
      await open.click();
      await this.stands();
    }
    await expect(open).toHaveAttribute("aria-pressed", "true");
    await expect(this.page.getByRole("article", { name, exact: true })).toBeVisible();
  }

  /** Pictures that change places are there at once. */
  async stands(): Promise<void> {
    await this.page.evaluate(async () => {
      const { activeViewTransition: moving } = document as { activeViewTransition?: ViewTransition | null };
      moving?.skipTransition();
      await moving?.finished;
    });
  }

  /** Opens the column beside the playground at one of its parts. */
  async openColumn(part: "school" | "article"): Promise<void> {
    await this.page.getByRole("button", { name: en.lessons, exact: true }).click();
    await this.page.getByRole("button", { name: en[part].title, exact: true }).click();
  }

  /** Brings pictures, or else all of them, to the stage, one after the other and without motion, and looks at each. */
  async visitPictures(
    look: (picture: PictureName) => Promise<void>,
    pictures = Object.keys(en.titles) as PictureName[],
  ): Promise<void> {
    await this.page.emulateMedia({ reducedMotion: "reduce" });
    for (const picture of pictures) {
      await this.openPicture(picture);
      await expect(this.page.getByRole("article").getByText(en.part.loading)).toHaveCount(0);
      await look(picture);
    }
    await this.page.emulateMedia({ reducedMotion: null });
  }

  /** A student's row in the table. */
  row(student: string): Locator {
    const name = this.page.getByRole("rowheader", { name: student, exact: true });
    return this.grid.getByRole("row").filter({ has: name });
  }

  /** A student's cell, by the student's name and the column's. */
  async cell(student: string, column: string): Promise<Locator> {
    const index = await this.grid
      .getByRole("columnheader", { name: column, exact: true })
      .getAttribute("aria-colindex");
    return this.row(student).locator(`[aria-colindex="${index}"]`);
  }

  /** Types a text in place of a cell's and takes it with Enter. */
  async typeInto(cell: Locator, text: string): Promise<void> {
    await cell.click();
    await cell.getByRole("textbox").fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** Pastes as if the clipboard held a text, or a piece of a web page, where the focus is. */
  async paste(plain: string, html = ""): Promise<void> {
    await this.page.evaluate(
      (held) => {
        // Firefox gives no clipboard to a made ClipboardEvent.
        const event = new Event("paste", { bubbles: true, cancelable: true });
        const getData = (type: string): string => held[type] ?? "";
        Object.defineProperty(event, "clipboardData", { value: { getData, types: Object.keys(held), files: [] } });
        document.activeElement?.dispatchEvent(event);
      },
      Object.fromEntries(Object.entries({ "text/plain": plain, "text/html": html }).filter(([, text]) => text !== "")),
    );
  }

  /** What a copy where the focus is puts into the clipboard as text. */
  copied(): Promise<string> {
    return this.page.evaluate(() => {
      let text = "";
      const event = new Event("copy", { bubbles: true, cancelable: true });
      const setData = (_: string, data: string): void => {
        text = data;
      };
      Object.defineProperty(event, "clipboardData", { value: { setData } });
      document.activeElement?.dispatchEvent(event);
      return text;
    });
  }

  /**
   * Catches what the page hands to the browser to be saved from here on; the function returned waits for one of these files, by its
   * place among them. Stock Firefox tells nothing of downloads.
   */
  async savedFiles(): Promise<(index: number) => Promise<Buffer>> {
    const handed = await this.page.evaluateHandle(() => {
      const files: Blob[] = [];
      const address = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        if (file instanceof Blob) files.push(file);
        return address.call(URL, file);
      };
      return files;
    });
    return async (index) => {
      await expect.poll(() => handed.evaluate((files) => files.length)).toBe(index + 1);
      const bytes = await handed.evaluate(async (files, index) => {
        const content = new Uint8Array((await files[index]?.arrayBuffer()) ?? []);
        return Array.from(content, (byte) => String.fromCharCode(byte)).join("");
      }, index);
      return Buffer.from(bytes, "latin1");
    };
  }

  /** As many updates as a frame has time for. */
  async atFullSpeed(): Promise<void> {
    await this.select(en.transport.speed, en.transport.fastest);
  }

  /** Chooses an option by its value or its words. */
  async select(name: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name, exact: true }).selectOption(option);
  }

  /** Types a learning rate and takes it. */
  async setRate(text: string): Promise<void> {
    await this.rate.fill(text);
    await this.rate.press("Enter");
  }

  /** Drags the learning rate's slider to a part of its way, from 0 at the left to 1. */
  async dragRate(part: number): Promise<void> {
    await this.rateSlider.scrollIntoViewIfNeeded();
    const box = await this.rateSlider.boundingBox();
    if (box === null) throw new Error("the slider is not to be seen");
    const now = Number(await this.rateSlider.inputValue());
    const low = Number(await this.rateSlider.getAttribute("min"));
    const high = Number(await this.rateSlider.getAttribute("max"));
    const middle = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * ((now - low) / (high - low)), middle);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * part, middle, { steps: 5 });
    await this.page.mouse.up();
  }

  /** No NaN, infinity or undefined stands anywhere on the page, in a field or in an accessible name. */
  async expectNoBrokenNumber(): Promise<void> {
    const broken = await this.page.evaluate(() => {
      const fields = [...document.querySelectorAll("input, select, output")].map((field) =>
        "value" in field ? String(field.value) : "",
      );
      const names = [...document.querySelectorAll("[aria-label]")].map((element) => element.ariaLabel ?? "");
      const all = [document.body.textContent ?? "", ...fields, ...names].join("\n");
      return all.match(/.{0,30}(NaN|Infinity|∞|undefined|\[object).{0,30}/)?.[0] ?? null;
    });
    expect(broken).toBeNull();
  }

  /** The numbers of this moment. */
  frame(): Promise<Plain<Frame>> {
    return this.page.evaluate(() => {
      if (window.sanhao === undefined) throw new Error("no window.sanhao");
      const frame = window.sanhao.frame();
      return {
        ...frame,
        layers: frame.layers.map((layer) => ({
          ...layer,
          weights: Array.from(layer.weights),
          biases: Array.from(layer.biases),
        })),
        predictions: Array.from(frame.predictions),
        errors: Array.from(frame.errors),
        probabilities: Array.from(frame.probabilities),
        classes: Array.from(frame.classes),
        history: {
          epochs: Array.from(frame.history.epochs),
          losses: Array.from(frame.history.losses),
          heldOut: Array.from(frame.history.heldOut),
        },
      };
    });
  }

  experiment(): Promise<Experiment> {
    return this.page.evaluate(() => {
      if (window.sanhao === undefined) throw new Error("no window.sanhao");
      return window.sanhao.experiment();
    });
  }

  /** Changes the experiment by the scripting handle. */
  async change(change: (experiment: Experiment) => void): Promise<void> {
    expect(await this.refusal(change)).toBeNull();
  }

  /** Tries to change the experiment; why it was refused, null where it was not. */
  async refusal(change: (experiment: Experiment) => void): Promise<string | null> {
    const experiment = await this.experiment();
    change(experiment);
    return this.page.evaluate((changed) => {
      try {
        window.sanhao?.load(changed);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : "thrown, but not an Error";
      }
    }, experiment);
  }

  /** Does so many updates at once. */
  async train(updates: number): Promise<void> {
    await this.page.evaluate((count) => window.sanhao?.step(count), updates);
  }

  /** Waits until something is true of the numbers. */
  async until(holds: (frame: Plain<Frame>) => boolean, message: string): Promise<void> {
    const intervals = [20, 50, 100];
    await expect.poll(async () => holds(await this.frame()), { message, timeout: 20_000, intervals }).toBe(true);
  }
}

/** Typed arrays as the plain ones that cross from the page to the test. */
export type Plain<T> = T extends Float32Array | Float64Array | Uint8Array
  ? number[]
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;
