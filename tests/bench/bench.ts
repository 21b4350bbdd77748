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
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  const peak = await page.evaluate(() => window.bench.peak());
  const rows: Figures["rows"] = [];
  for (const workload of wanted) {
    const measured = await page.evaluate(([name, alone]) => window.bench.row(name, alone), [workload, alone] as const);
    rows.push({ workload, measured });
    console.log(
      workload,
      measured
        .map(({ peer, rates, distance }) => `${peer} ${median(rates).toPrecision(4)} (${distance.toPrecision(2)})`)
        .join(", "),
    );
  }
  await page.close();
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
    const time = await page.waitForFunction(() => window.startTime);
    await page.close();
    return (await time.jsonValue()) ?? Number.NaN;
  }
});

export function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}
