import { expect, it } from "vitest";
import { experimentOf, layerOf } from "./experiment.testing";
import { parameterNames } from "./parameter-names";
import { parameterEn } from "./parameter-words";
import { parametersByUnit } from "./parameters";

it("a parameter is called by its subject, its class and its neuron", () => {
  const { table } = experimentOf(["x", "y"], ["no", "yes"], []);
  const named = (layers: ReturnType<typeof layerOf>[], of = { ...table, target: "Total" }): string[] =>
    parametersByUnit(layers)
      .flat()
      .map(parameterNames(of, layers, parameterEn).parameter);
  expect(named([layerOf(2, 1, [1, 2], [3])])).toEqual(["Weight of x", "Weight of y", "Bias"]);
  expect(named([layerOf(2, 2, [1, 2, 3, 4])])).toEqual(["x → no", "y → no", "x → yes", "y → yes"]);
  expect(named([layerOf(2, 2, [1, 2, 3, 4], [5, 6]), layerOf(2, 1, [7, 8], [9])])).toEqual([
    "x → Neuron 1.1",
    "y → Neuron 1.1",
    "Bias of Neuron 1.1",
    "x → Neuron 1.2",
    "y → Neuron 1.2",
    "Bias of Neuron 1.2",
    "Neuron 1.1 → Total",
    "Neuron 1.2 → Total",
    "Bias of Total",
  ]);
});

it("inputs and outputs are called by the table", () => {
  const { table } = experimentOf(["x", "y"], ["no", "yes"], []);
  const { inputs, outputs, unit, input } = parameterNames(table, [{ units: 3 }, { units: 2 }], parameterEn);
  expect([inputs, outputs]).toEqual([
    ["x", "y"],
    ["no", "yes"],
  ]);
  expect([unit({ layer: 0, unit: 2 }), unit({ layer: 1, unit: 1 })]).toEqual(["Neuron 1.3", "yes"]);
  expect([input(0, 1), input(1, 2)]).toEqual(["y", "Neuron 1.3"]);
});
