import type { Peer } from "./peer";
import { experimentOf, WORKLOADS } from "./workloads";

declare global {
  interface Window {
    /** When the page's first script ran. */
    firstScript: number;
    /** Milliseconds from then until the first step was done. */
    startTime?: number;
  }
}

/** Loads W1's experiment, does a step, and leaves the time in the window. */
export function started(peer: Peer): void {
  const [first] = WORKLOADS;
  if (first === undefined) throw new Error("there is no workload");
  const run = peer.start(experimentOf(first));
  run.step(1);
  run.parameters();
  window.startTime = performance.now() - window.firstScript;
}
