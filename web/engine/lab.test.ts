import { expect, it } from "vitest";
import { layersOf } from "./frame";
import { parametersOf } from "./lab";

it("layers laid end to end are the parameters they were cut from", () => {
  const shapes = [
    { inputs: 2, units: 3, bias: true },
    { inputs: 3, units: 1, bias: false },
  ];
  const parameters = Float32Array.from({ length: 12 }, (_, i) => i);
  expect(parametersOf(layersOf(parameters, shapes))).toEqual(parameters);
});
