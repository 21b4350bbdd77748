import { expect, it } from "vitest";
import { classesTable, example } from "../../edits/example.testing";
import { frameOf, layerOf } from "../../pictures/shared/experiment.testing";
import { filled, placeholdersOf, readingKind, readingsOf } from "./readings";

const same = (name: string): string => name;
const frame = {
  ...frameOf(1, [85.04, 95.9]),
  loss: 1.23456,
  updates: 1234,
  layers: [layerOf(3, 1, [0.61, 0.29, -0.1])],
};
const moment = { experiment: example, frame, tries: 3 };

it("an explanation is filled with the run's own numbers", () => {
  const text = "{updates}: {loss}, {weight 1} {weight 3}, {prediction A}, {rate}, {tries}";
  expect(filled(text, readingsOf([text], moment), same)).toBe("1,234: 1.2346, 0.61000 −0.10000, 85.04, 0.001, 3");
});

it("a class is named in the language of the page", () => {
  const classes = { experiment: { ...example, table: classesTable(["否", "是"]) }, tries: 0 };
  const readings = readingsOf(["{prediction B}"], {
    ...classes,
    frame: { ...frame, classes: Uint8Array.from([0, 1]) },
  });
  expect(readings).toEqual({ "prediction B": "是" });
  expect(filled("{prediction B}", readings, (name) => (name === "是" ? "Yes" : name))).toBe("Yes");
});

it("a missing number is shown as a dash, also after it was stored", () => {
  const text = "{accuracy} {weight 9} {prediction nobody}";
  const kept = JSON.parse(JSON.stringify(readingsOf([text], moment)));
  expect(filled(text, kept, same)).toBe("– – –");
  expect(filled("{loss}", {}, same)).toBe("–");
});

it("only known readings are taken", () => {
  expect(placeholdersOf("{a} and {b c}")).toEqual(["a", "b c"]);
  expect(readingKind("loss")).not.toBeNull();
  expect(readingKind("toString")).toBeNull();
});
