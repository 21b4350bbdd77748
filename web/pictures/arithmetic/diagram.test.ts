import { expect, test } from "vitest";
import { litOf } from "./diagram";

const layers = [
  { inputs: 2, units: 3 },
  { inputs: 3, units: 2 },
  { inputs: 2, units: 1 },
];
const focus = { student: 0, layer: 0, unit: 1, from: 0 };
/** The neuron, the first one of the layer behind it, the output. */
const path = [
  { layer: 0, unit: 1 },
  { layer: 1, unit: 0 },
  { layer: 2, unit: 0 },
];

test("each stage lights what it uses, from the inputs to the outputs and back", () => {
  expect(litOf("data", focus, path, layers)).toEqual({
    edges: [],
    nodes: [
      [0, 0],
      [0, 1],
    ],
    flow: "none",
  });
  const forward = litOf("prediction", focus, path, layers);
  // All edges into each neuron of the path.
  expect(forward.edges.map(({ layer, unit, from }) => [layer, unit, from])).toEqual([
    [0, 1, 0],
    [0, 1, 1],
    [1, 0, 0],
    [1, 0, 1],
    [1, 0, 2],
    [2, 0, 0],
    [2, 0, 1],
  ]);
  expect(forward.nodes).toEqual([
    [1, 1],
    [2, 0],
    [3, 0],
  ]);
  expect(litOf("loss", focus, path, layers).nodes).toEqual([[3, 0]]);
  const back = litOf("gradient", focus, path, layers);
  expect(back.flow).toBe("back");
  // Both edges from the neuron, the one from that behind it, and the weight's own.
  expect(back.edges).toHaveLength(4);
  expect(litOf("update", focus, path, layers).edges).toEqual([{ layer: 0, unit: 1, from: 0 }]);
});

test("a bias has no edge: its neuron is lit", () => {
  expect(litOf("update", { ...focus, from: -1 }, path, layers)).toEqual({ edges: [], nodes: [[1, 1]], flow: "none" });
});
