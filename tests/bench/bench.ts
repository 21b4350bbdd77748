/** Measures in one browser and leaves the figures in target/bench/, for report.ts. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import type { Measured } from "./page";
import { WORKLOADS } from "./workloads";

/** What one browser's run leaves. */
export interface Figures {
  readonly browser: string;
  /** Floating-point operations a second. */
  readonly peak: number;
  readonly rows: { readonly workload: string; readonly measured: Measured[] }[];
  /** Milliseconds to the first step, one figure a page. */
  readonly start: { readonly sanhao: number[]; readonly tensorflow: number[] };
}

const PAGES = 15;

/** `SANHAO_BENCH=W5,W7` measures these alone; `SANHAO_BENCH_ALONE=1` leaves out the peers. */
const wanted = process.env.SANHAO_BENCH?.split(",") ?? WORKLOADS.map(({ name }) => name);
const alone = process.env.SANHAO_BENCH_ALONE === "1";

test("the workloads", async ({ browser }, { project }) => {
  const address = process.env.SANHAO_BENCH_PAGE ?? "";
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => window.bench !== undefined);
    return page;
  };
  const first = await open();
  const peak = await first.evaluate(() => window.bench.peak());
  if (!alone) {
    for (const workload of wanted) {
      const checked = await first.evaluate((name) => window.bench.check(name), workload);
      const distances = checked.map(({ peer, distance }) => `${peer} ${distance.toPrecision(2)}`);
      console.log(`${workload} is the same: ${distances.join(", ")}`);
    }
  }
  await first.close();
  const rows: Figures["rows"] = [];
  for (const workload of wanted) {
    const page = await open();
    const measured = await page.evaluate(([name, alone]) => window.bench.measure(name, alone), [
      workload,
      alone,
    ] as const);
    await page.close();
    rows.push({ workload, measured });
    console.log(workload, measured.map(({ peer, rates }) => `${peer} ${median(rates).toPrecision(4)}`).join(", "));
  }
  const start = { sanhao: [] as number[], tensorflow: [] as number[] };
  for (let i = 0; i < PAGES; i++) {
    start.sanhao.push(await startTime(`${address}start.html`));
    start.tensorflow.push(await startTime(`${address}start-tensorflow.html`));
  }
  const figures: Figures = { browser: `${project.name} ${browser.version()}`, peak, rows, start };
  const file = fileURLToPath(new URL(`../../target/bench/${project.name}.json`, import.meta.url));
  writeFileSync(file, JSON.stringify(figures));
  console.log(figures.peak / 1e9, median(start.sanhao), median(start.tensorflow));

  async function startTime(page_: string): Promise<number> {
    const page = await browser.newPage();
    await page.goto(page_);
    const time = await page.waitForFunction(() => window.startTime).then((handle) => handle.jsonValue());
    await page.close();
    return time ?? Number.NaN;
  }
});

export function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}
