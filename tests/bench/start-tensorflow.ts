/** The same as start.ts, by TensorFlow.js. */
import { initializeTensorflow, tensorflow } from "./peers/tensorflow";
import { started } from "./started";

await initializeTensorflow("wasm");
started(tensorflow("wasm"));
