/** Starts the real core in a test; frames of the browser never come. */
import { vi } from "vitest";
import initialize from "#sanhao";
import session from "#sanhao/sanhao_wasm_bg.wasm?url&inline";

export async function startTestCore(): Promise<void> {
  await initialize({ module_or_path: await (await fetch(session)).arrayBuffer() });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
}
