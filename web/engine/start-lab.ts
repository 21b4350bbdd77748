/** Loads the second module on first use; a second call gives the same lab. */
import type { Lab } from "./lab";

export async function startLab(): Promise<Lab> {
  const { Lab } = await import("./lab");
  return Lab.start();
}
