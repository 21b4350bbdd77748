import { expect, it } from "vitest";
import { failureOf } from "./lazy";

it.each([
  ["Failed to fetch dynamically imported module: https://a.b/c/assets/RacePicture-Xy_-1.js", "missing"],
  ["error loading dynamically imported module: https://a.b/c/assets/RacePicture-Xy_-1.js?attempt=1", "missing"],
  ["error loading dynamically imported module: https://a.b/shared-school/assets/RacePicture-1.js", "missing"],
  ["Importing a module script failed.", "missing"],
  ["NetworkError when attempting to fetch resource.", "missing"],
  // Firefox names the file that did not come, Chromium the one that was asked for.
  ["error loading dynamically imported module: https://a.b/c/assets/shared-Xy_-1.js", "keptMissing"],
  ["Cannot read properties of undefined (reading 'load')", "broken"],
])("a browser's TypeError “%s”", (message, failure) => {
  expect(failureOf(new TypeError(message))).toBe(failure);
});

it("any other error is a fault in what came", () => {
  expect(failureOf(new SyntaxError("Unexpected token '<'"))).toBe("broken");
  expect(failureOf(new Error("Failed to fetch"))).toBe("broken");
});
