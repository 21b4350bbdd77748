/** Runs around each file of tests, since they share one process: what a file changed does not reach the next one. */
import { afterAll, beforeAll, vi } from "vitest";
import { setLanguage } from "./i18n/i18n.svelte";

beforeAll(() => setLanguage("zh"));
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
