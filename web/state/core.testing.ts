/** Starts the real core in a test, from its module's bytes: Node.js cannot fetch them. Frames of the browser never come. */
import { vi } from "vitest";
import initialize from "#sanhao";
import core from "#sanhao/sanhao_wasm_bg.wasm?url&inline";

/** To be awaited before a test uses engine.ts or lab.ts: `beforeAll(startTestCore)`. */
export async function startTestCore(): Promise<void> {
  await initialize({ module_or_path: await (await fetch(core)).arrayBuffer() });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
}
