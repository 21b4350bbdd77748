/** Makes the table from what the browsers and the native benches left in target/bench/. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Figures, median, OTHER, OURS, ratios } from "./figures";
import type { Measured } from "./page";
import { SWEEPS, WORKLOADS, type Workload } from "./workloads";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const left = (file: string) => at(`../../target/bench/${file}`);

const PLAIN = "plain JavaScript";

/** Playwright's global tear-down: writes target/bench/table.md. */
export default function report(): void {
  const browsers = ["chromium", "firefox"].map((name) => left(`${name}.json`)).filter((file) => existsSync(file));
  const figures = browsers.map((file): Figures => JSON.parse(readFileSync(file, "utf8")));
  // The sweeps are not measured natively.
  const measured = figures.some(({ rows }) => rows.length > 0) && existsSync(left("native.txt"));
  const native = measured ? nativeRates(readFileSync(left("native.txt"), "utf8")) : new Map();
  writeFileSync(left("table.md"), table(figures, native));
}

function table(figures: Figures[], native: Map<string, number>): string {
  const notes: string[] = [];
  const measured = new Set(
    figures.flatMap(({ rows }) => rows.flatMap(({ measured }) => measured.map(({ peer }) => peer))),
  );
  const peers = (figures[0]?.peers ?? []).filter((peer) => peer !== OURS && measured.has(peer));
  const beside = [PLAIN, OTHER].filter((peer) => peers.includes(peer));
  const head = ["", "", `**${OURS}**`, ...peers, "× fastest library", ...beside.map((peer) => `× ${peer}`), "natively"];
  const rows = WORKLOADS.flatMap((workload) =>
    figures.flatMap(({ browser, rows }, i) => {
      const { measured: row, beside: builds = [] } = rows.find((row) => row.workload === workload.name) ?? {};
      const ours = row?.find(({ peer }) => peer === OURS);
      if (row === undefined || ours === undefined) return [];
      const cell = (peer: string) => {
        const theirs = row.find((one) => one.peer === peer);
        if (theirs === undefined) return "–";
        return `${theirs.differs === null ? "" : "≈ "}${count(median(theirs.rates))}${note(theirs.differs, notes)}`;
      };
      const libraries = row.filter(({ peer }) => ![OURS, PLAIN, OTHER].includes(peer));
      const fastest = libraries.sort((a, b) => median(b.rates) - median(a.rates))[0];
      const nativeRate = i === 0 ? native.get(workload.name) : undefined;
      return [
        [
          i === 0 ? `**${workload.name}** ${workload.title}` : "",
          browser.split(" ")[0] ?? "",
          `**${count(median(ours.rates))}**`,
          ...peers.map(cell),
          fastest === undefined ? "–" : `${ratio(ours, fastest)} ${fastest.peer}`,
          ...beside.map((name) => {
            const theirs = row.find(({ peer }) => peer === name);
            return name === OTHER ? spread(builds) : ratio(ours, theirs);
          }),
          nativeRate === undefined ? "" : count(nativeRate),
        ],
      ];
    }),
  );
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    `Training samples a second (W6: points of the grid); ${machine()}.`,
    "",
    line(head),
    line(head.map((_, i) => (i < 2 ? "---" : "---:"))),
    ...rows.map(line),
    "",
    ...sweepTable(figures),
    ...notes.map((text, i) => `${superscript(i + 1)} ${text}.  `),
    ...figures.map(browserLine),
    `Versions: ${versions()}.`,
    "",
  ].join("\n");
}

/** Updates of all runs of the sweeps; nothing where none was measured. */
function sweepTable(figures: Figures[]): string[] {
  const rows = SWEEPS.flatMap(({ name, title }) =>
    figures.flatMap(({ browser, sweeps }, i) => {
      const measured = sweeps.find(({ workload }) => workload === name)?.measured;
      const [ours, ...others] = measured ?? [];
      if (ours === undefined) return [];
      const head = [
        i === 0 ? `**${name}** ${title}` : "",
        browser.split(" ")[0] ?? "",
        `**${count(median(ours.rates))}**`,
      ];
      return [
        [...head, ...others.map(({ rates }) => count(median(rates))), ...others.map((other) => ratio(ours, other))],
      ];
    }),
  );
  if (rows.length === 0) return [];
  const [ours, ...others] = figures[0]?.sweeps[0]?.measured.map(({ peer }) => peer) ?? [];
  const head = ["", "", `**${ours}**`, ...others, ...others.map((other) => `× ${other}`)];
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    "Updates of all runs a second:",
    "",
    line(head),
    line(head.map((_, i) => (i < 2 ? "---" : "---:"))),
    ...rows.map(line),
    "",
  ];
}

/** The footnote's mark; a text that is there already keeps its number. */
function note(text: string | null, notes: string[]): string {
  if (text === null) return "";
  if (!notes.includes(text)) notes.push(text);
  return superscript(notes.indexOf(text) + 1);
}

/** Of the rounds' ratios. */
function ratio(ours: Measured, theirs: Measured | undefined): string {
  if (theirs === undefined) return "–";
  return spread(ratios(ours, theirs));
}

/** The median with the least and the largest. */
function spread(ratios: number[]): string {
  const [middle, least, most] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map((r) => r.toPrecision(2));
  return `${plain(middle)} (${plain(least)}–${plain(most)})`;
}

function browserLine({ browser, rows, start }: Figures): string {
  const share = ({ name, operations }: Workload) => {
    const row = rows.find(({ workload }) => workload === name);
    const ours = row?.measured.find(({ peer }) => peer === OURS);
    if (operations === null || row === undefined || ours === undefined) return [];
    const shares = ours.rates.map((rate, i) => (operations * rate) / (row.peaks[i] ?? Number.NaN));
    const rate = (operations * median(ours.rates)) / 1e9;
    return [`; ${name} ${plain(rate.toPrecision(3))} GFLOP/s (${Math.round(100 * median(shares))} %)`];
  };
  const peak = median(rows.flatMap(({ peaks }) => peaks)) / 1e9;
  const tensorflow =
    start.tensorflow.length === 0 ? "" : `, by TensorFlow.js wasm ${median(start.tensorflow).toFixed(0)} ms`;
  return (
    `${browser}: one thread of SIMD reaches ${plain(peak.toPrecision(3))} GFLOP/s${WORKLOADS.flatMap(share).join("")}. ` +
    `A first step is done ${median(start.sanhao).toFixed(0)} ms after an empty page's first script${tensorflow}.  `
  );
}

function machine(): string {
  const processors = cpus();
  return `${new Date().toISOString().slice(0, 10)}, ${processors.length} × ${processors[0]?.model.trim()}`;
}

function versions(): string {
  const { dependencies } = JSON.parse(readFileSync(at("package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const named = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  return named.join(", ");
}

/** Reads the medians from what divan prints: a line with the name and times, below it one with counts a second. */
function nativeRates(text: string): Map<string, number> {
  const units: Record<string, number> = { item: 1, Kitem: 1e3, Mitem: 1e6, Gitem: 1e9 };
  const rates = new Map<string, number>();
  let name = "";
  for (const line of text.split("\n")) {
    name = line.match(/─ (W\w+)/)?.[1] ?? name;
    const [, , median] = [...line.matchAll(/([\d.]+) (\w+)\/s/g)];
    if (median !== undefined) rates.set(name, Number(median[1]) * (units[median[2] ?? ""] ?? Number.NaN));
  }
  if (rates.size === 0) throw new Error(`no rates in what divan printed: ${text}`);
  return rates;
}

/** Three digits, in thousands or millions. */
function count(rate: number): string {
  const [size, unit] = rate >= 1e6 ? [1e6, " M"] : rate >= 1e3 ? [1e3, " k"] : [1, ""];
  return `${plain((rate / size).toPrecision(3))}${unit}`;
}

/** `1.2e+2` as 120. */
const plain = (digits = "") => String(Number(digits));

const superscript = (number: number) => [...String(number)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
