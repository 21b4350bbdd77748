/** Trains on a table of one's own in Node.js: `node node.mjs`. */
import { readFile } from "node:fs/promises";
import initialize, { presetExperiment, Session } from "sanhao";
import initializeLab, { tableFromCsv } from "sanhao/lab";

const wasm = (name) => readFile(new URL(import.meta.resolve(`sanhao/pkg/${name}_bg.wasm`)));
await initialize({ module_or_path: await wasm("sanhao_wasm") });
await initializeLab({ module_or_path: await wasm("sanhao_lab") });

const csv = "name,moral,study,sport,total\nA,90,80,70,85\nB,98,95,87,96\nC,100,90,95,?\n";
const experiment = { ...presetExperiment("weights"), table: tableFromCsv(new TextEncoder().encode(csv)) };
experiment.model.weights = "sum_to_one";

const session = new Session(experiment);
session.step(10_000);
session.refresh();
const weights = [...session.parameters()].map((weight) => weight.toFixed(3));
console.log(`weights of ${experiment.table.subjects.join(", ")}: ${weights.join(", ")}`);
console.log(`C's total: ${session.predictions()[2].toFixed(1)}`);
session.free();
