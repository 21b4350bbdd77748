/** From an empty page's first script to the first step: the module compiled, case 1 loaded. */
import initialize, { presetExperiment, Session } from "../../crates/sanhao-wasm/pkg/sanhao_wasm";

declare global {
  interface Window {
    /** When the page's first script ran. */
    firstScript: number;
    /** Milliseconds from then until the first step was done. */
    startTime?: number;
  }
}

const core = await window.core;
await initialize(core && { module_or_path: core });
new Session(presetExperiment("weights")).step(1);
window.startTime = performance.now() - window.firstScript;
