import { expect, it } from "vitest";
import { sheetAfter } from "./sheet";

it("opens and closes step by step by strokes, round and round by presses", () => {
  expect(sheetAfter("peek", "up")).toBe("half");
  expect(sheetAfter("open", "up")).toBe("open");
  expect(sheetAfter("open", "down")).toBe("half");
  expect(sheetAfter("peek", "down")).toBe("peek");
  expect(sheetAfter("half", "press")).toBe("open");
  expect(sheetAfter("open", "press")).toBe("peek");
});
