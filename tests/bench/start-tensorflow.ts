/** The same as start.ts by TensorFlow.js, with W1: two students as in case 1. */
import { initializeTensorflow, tensorflow } from "./peers/tensorflow";
import { experimentOf, WORKLOADS } from "./workloads";

await initializeTensorflow("wasm");
const [first] = WORKLOADS;
if (first === undefined) throw new Error("there is no workload");
const run = tensorflow("wasm").start(experimentOf(first));
run.step(1);
run.parameters();
window.startTime = performance.now() - window.firstScript;
