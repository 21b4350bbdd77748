/** Starts the real core in a test, from its modules' bytes: Node.js cannot fetch them. Frames of the browser never come. */
import { vi } from "vitest";
import initializeSession from "#sanhao";
import initializeLab from "#sanhao/lab";
import lab from "#sanhao/sanhao_lab_bg.wasm?url&inline";
import session from "#sanhao/sanhao_wasm_bg.wasm?url&inline";

/** To be awaited before a test uses engine.ts or lab.ts: `beforeAll(startTestCore)`. */
export async function startTestCore(): Promise<void> {
  const bytes = async (inlined: string): Promise<ArrayBuffer> => (await fetch(inlined)).arrayBuffer();
  await initializeSession({ module_or_path: await bytes(session) });
  // The lab initializes its module itself, and then finds it done.
  await initializeLab({ module_or_path: await bytes(lab) });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
}
