/** Trains on a table of one's own in Node.js: `node node.mjs`. */
import { readFile } from "node:fs/promises";
import initialize, { presetExperiment, Session, tableFromCsv } from "sanhao";

const wasm = await readFile(new URL(import.meta.resolve("sanhao/pkg/sanhao_wasm_bg.wasm")));
await initialize({ module_or_path: wasm });

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
