/** Measures in one browser and leaves the figures in target/bench/, for report.ts. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, test } from "@playwright/test";
import { type Figures, median, OTHER, OURS, ratios } from "./figures";
import type { Row } from "./page";
import { SWEEPS, WORKLOADS } from "./workloads";

/** Pages for the time to a first step. */
const PAGES = 15;

/** Browsers for two builds side by side: each places their code anew, by which alone they differ up to a quarter. */
const BROWSERS_BESIDE = 5;

/** `SANHAO_BENCH=W5,W7` measures these alone; `SANHAO_BENCH_ALONE=1` leaves out the peers. */
const wanted = process.env.SANHAO_BENCH?.split(",") ?? [...WORKLOADS, ...SWEEPS].map(({ name }) => name);
const workloads = WORKLOADS.map(({ name }) => name).filter((name) => wanted.includes(name));
const alone = process.env.SANHAO_BENCH_ALONE === "1";

test("the workloads", async ({ browser }, { project }) => {
  const address = process.env.SANHAO_BENCH_PAGE ?? "";
  const open = async (from = browser) => {
    const page = await from.newPage();
    await page.goto(address);
    await page.waitForFunction(() => window.bench !== undefined);
    return page;
  };
  const first = await open();
  const peers = await first.evaluate(() => window.bench.peers);
  if (!alone) {
    for (const workload of workloads) {
      const checked = await first.evaluate((name) => window.bench.check(name), workload);
      const distances = checked.map(({ peer, distance }) => `${peer} ${distance.toPrecision(2)}`);
      console.log(`${workload} is the same: ${distances.join(", ")}`);
    }
  }
  await first.close();
  const rows: Figures["rows"] = [];
  for (const workload of workloads) {
    const row = await measure(browser, workload, alone);
    const beside: number[] = [];
    while (peers.includes(OTHER) && beside.length < BROWSERS_BESIDE) {
      const fresh = await browser.browserType().launch();
      const { measured } = await measure(fresh, workload, true);
      await fresh.close();
      const [ours, other] = [OURS, OTHER].map((name) => measured.find(({ peer }) => peer === name));
      if (ours !== undefined && other !== undefined) beside.push(median(ratios(ours, other)));
    }
    rows.push({ workload, ...row, beside });
    console.log(workload, row.measured.map(({ peer, rates }) => `${peer} ${median(rates).toPrecision(4)}`).join(", "));
  }
  const sweeps: Figures["sweeps"] = [];
  for (const { name } of SWEEPS.filter(({ name }) => wanted.includes(name))) {
    const page = await open();
    const measured = await page.evaluate((name) => window.bench.sweep(name), name);
    await page.close();
    sweeps.push({ workload: name, measured });
    console.log(name, measured.map(({ peer, rates }) => `${peer} ${median(rates).toPrecision(4)}`).join(", "));
  }
  const start = { sanhao: [] as number[], tensorflow: [] as number[] };
  for (let i = 0; i < PAGES; i++) {
    start.sanhao.push(await startTime(`${address}start.html`));
    if (!alone) start.tensorflow.push(await startTime(`${address}start-tensorflow.html`));
  }
  const figures: Figures = { browser: `${project.name} ${browser.version()}`, peers, rows, sweeps, start };
  const file = fileURLToPath(new URL(`../../target/bench/${project.name}.json`, import.meta.url));
  writeFileSync(file, JSON.stringify(figures));

  async function measure(from: Browser, workload: string, alone: boolean): Promise<Row> {
    const page = await open(from);
    const row = await page.evaluate(([name, alone]) => window.bench.measure(name, alone), [workload, alone] as const);
    await page.close();
    return row;
  }

  async function startTime(url: string): Promise<number> {
    const page = await browser.newPage();
    await page.goto(url);
    const time = await page.waitForFunction(() => window.startTime).then((handle) => handle.jsonValue());
    await page.close();
    return time ?? Number.NaN;
  }
});
