import { expect, it } from "vitest";
import { experimentOf, layerOf } from "../shared/experiment.testing";
import { parametersByUnit } from "./parameter-places";
import { parameterName } from "./parameter-words";
import { surfaceZh as words } from "./words";

const local = (name: string): string => name;

it("a parameter is called by its subject, its class and its neuron", () => {
  const { table } = experimentOf(["德育", "智育"], ["否", "是"], []);
  const names = (layers: ReturnType<typeof layerOf>[]): string[] =>
    parametersByUnit(layers)
      .flat()
      .map((place) => parameterName(place, { layers, table, words, local }));
  expect(names([layerOf(2, 1, [1, 2], [3])])).toEqual(["德育的权重", "智育的权重", "偏置"]);
  expect(names([layerOf(2, 2, [1, 2, 3, 4])])).toEqual(["否 ← 德育", "否 ← 智育", "是 ← 德育", "是 ← 智育"]);
  expect(names([layerOf(2, 2, [1, 2, 3, 4], [5, 6]), layerOf(2, 1, [7, 8], [9])])).toEqual([
    "隐藏层 1：神经元 1 ← 德育",
    "隐藏层 1：神经元 1 ← 智育",
    "隐藏层 1：神经元 1 ← 偏置",
    "隐藏层 1：神经元 2 ← 德育",
    "隐藏层 1：神经元 2 ← 智育",
    "隐藏层 1：神经元 2 ← 偏置",
    "输出 ← 神经元 1",
    "输出 ← 神经元 2",
    "输出 ← 偏置",
  ]);
});

it("parameters are numbered layer by layer, the weights before the biases", () => {
  const units = parametersByUnit([layerOf(2, 2, [1, 2, 3, 4], [5, 6]), layerOf(2, 1, [7, 8], [9])]);
  expect(units.map((places) => places.map(({ index }) => index))).toEqual([
    [0, 1, 4],
    [2, 3, 5],
    [6, 7, 8],
  ]);
});
