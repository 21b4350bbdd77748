/** The page as it is kept by the browser: after the first visit the server may be gone. */
import { fileURLToPath } from "node:url";
// For the type of window.sanhao.
import type {} from "../../web/handle";
import { serveFolder } from "../page/serve";
import { en } from "../page/words";
import { button, expect, hear, test } from "./engine";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

test("after the first visit the page starts, trains and has its parts without network", async ({ engine }) => {
  const { address, stop } = await serveFolder(DIST);
  await engine.open(`${address}?lang=en`);
  await hear(engine, en.cases.tasks.weights);
  const isKept = () => engine.ask(() => navigator.serviceWorker.controller !== null, null);
  await expect.poll(isKept).toBe(true);
  await stop();
  await engine.open(`${address}?lang=en`);
  await hear(engine, en.cases.tasks.weights);
  await engine.press(button(en.transport.play));
  await expect.poll(() => engine.ask(() => window.sanhao?.frame().updates, null)).toBeGreaterThan(2);
  await engine.press(button(en.share.name));
  await hear(engine, en.sharing.title);
});
