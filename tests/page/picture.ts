/** Writes docs/sanhao.png: the page with a case trained, at 1440 × 900. Not a test: see picture.config.ts. */
import { fileURLToPath } from "node:url";
import { test } from "./playground";

const PICTURE = fileURLToPath(new URL("../../docs/sanhao.png", import.meta.url));

test("the README's picture", async ({ playground, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await playground.open("honours");
  // Far enough that the boundary fits, not so far that the loss is a line on the floor.
  await playground.train(120);
  await page.mouse.move(0, 0);
  // The background is painted finely once it rests.
  await page.waitForFunction(() => (document.querySelector<HTMLCanvasElement>("canvas.background")?.width ?? 0) > 500);
  await page.screenshot({ path: PICTURE, animations: "disabled" });
});
