/** A hand that presses, types, chooses and drags whatever it meets, the same way for the same seed: nothing may break. */
import type { Locator, Page } from "@playwright/test";
import { test } from "./playground";

const SECONDS = 120;
const SEEDS = [1, 2, 3, 4];
/** What people type where a number or a name is wanted. */
const TEXTS = [
  "-1",
  "0",
  "1e9",
  "99999999",
  "abc",
  "",
  "1e-300",
  "0.5",
  "３",
  "1,5",
  "8",
  "100",
  "-0",
  "🙂".repeat(30),
];
const KEYS = ["Control+z", "Control+y", "Escape", "Space"];
/** A dialog of the browser's would wait for an answer. */
const LEFT_ALONE = /Save|Open|Download|保存|打开|下载/;

/** Numbers from 0 to below 1: the generator of ISO C's example of rand. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

class RandomHand {
  readonly #page: Page;
  readonly #random: () => number;

  constructor(page: Page, seed: number) {
    this.#page = page;
    this.#random = randomFrom(seed);
  }

  /** Does one thing; returns what. */
  async act(): Promise<string> {
    const kind = this.#random();
    if (kind < 0.5) return this.#press();
    if (kind < 0.7) return this.#type();
    if (kind < 0.82) return this.#choose();
    if (kind < 0.92) return this.#drag();
    if (kind < 0.97) {
      const updates = this.#one([1, 10, 1000, 20000]);
      await this.#page.evaluate((count) => window.sanhao?.step(count), updates);
      return `${updates} updates`;
    }
    const key = this.#one(KEYS);
    await this.#page.keyboard.press(key);
    return key;
  }

  async #press(): Promise<string> {
    const [button, name] = await this.#any("button:visible:enabled, summary:visible");
    if (!LEFT_ALONE.test(name)) await button.click();
    return `press ${name}`;
  }

  async #type(): Promise<string> {
    const [field, name] = await this.#any("input:not([type=range], [type=checkbox], [type=file]):visible:enabled");
    const text = this.#one(TEXTS);
    await field.fill(text);
    await field.press(this.#one(["Enter", "Tab", "Escape"]));
    return `type “${text}” into ${name}`;
  }

  async #choose(): Promise<string> {
    const [field, name] = await this.#any("select:visible:enabled");
    const index = Math.floor(this.#random() * (await field.locator("option").count()));
    await field.selectOption({ index });
    return `choose ${index} of ${name}`;
  }

  async #drag(): Promise<string> {
    const [slider, name] = await this.#any("input[type=range]:visible:enabled");
    const part = this.#random();
    await slider.evaluate((element: HTMLInputElement, to) => {
      const [low, high] = [Number(element.min), Number(element.max)];
      element.value = String(low + to * (high - low));
      for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true }));
    }, part);
    return `drag ${name} to ${part}`;
  }

  #one<Of>(all: readonly Of[]): Of {
    const one = all[Math.floor(this.#random() * all.length)];
    if (one === undefined) throw new Error("nothing to choose from");
    return one;
  }

  /** One of the elements that there are, and what it is called. */
  async #any(selector: string): Promise<[Locator, string]> {
    const all = this.#page.locator(selector);
    const one = all.nth(Math.floor(this.#random() * (await all.count())));
    const name = (await one.getAttribute("aria-label")) ?? (await one.textContent()) ?? "";
    return [one, name.trim()];
  }
}

for (const seed of SEEDS) {
  test(`seed ${seed}`, async ({ page, playground, watched }) => {
    await playground.open();
    const hand = new RandomHand(page, seed);
    const done: string[] = [];
    const end = Date.now() + SECONDS * 1000;
    while (Date.now() < end && watched.faults.length === 0) {
      // What is gone or hidden by the time it is reached is no fault of the page.
      if (done.length % 20 === 0) await playground.expectNoBrokenNumber();
      done.push(await hand.act().catch((thrown: Error) => `(${thrown.message.split("\n")[0]})`));
    }
    if (watched.faults.length > 0) console.log(done.slice(-20).join("\n"));
    console.log(`seed ${seed}: ${done.length} things done`);
  });
}
