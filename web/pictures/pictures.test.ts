import { describe, expect, it } from "vitest";
import { withHidden, withModel, withOutput } from "../edits/edit-model";
import { example } from "../edits/example.testing";
import { type Experiment, presetOf, readExperiment } from "../engine/engine";
import { CASES } from "../state/cases";
import { Stage } from "../state/stage.svelte";
import { PICTURES, type PictureName } from ".";
import { boundary } from "./boundary";
import { curve } from "./curve";
import { type Picture, titleOf } from "./picture";

const NAMES = PICTURES.map(({ name }) => name);

/** The English reason why a picture is empty; null where it has something to show. */
function reasonOf(name: PictureName, experiment: Experiment): string | null {
  return PICTURES.find((picture) => picture.name === name)?.empty?.(experiment)?.reason.en ?? null;
}

describe("the list of pictures", () => {
  it("has each name once, and a title in both languages", () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const picture of PICTURES) {
      const title = titleOf(picture, example);
      expect(title.zh).not.toBe("");
      expect(title.en).not.toBe("");
    }
  });

  it("calls a boundary only what divides classes, and an S-curve only that of the output", () => {
    const numbers = titleOf(boundary, { ...example, table: { ...example.table, classes: [], target: "总分" } });
    expect(numbers).toEqual({ zh: "总分预测图", en: "Predicted Total" });
    const classes = { ...example, table: { ...example.table, classes: ["否", "是"] } };
    expect(titleOf(boundary, classes).en).toBe("Decision boundary");
    const { model } = example;
    const deep = { ...example, model: { ...model, hidden: [{ units: 2, activation: "tanh" as const }] } };
    const names = [classes, deep].map((experiment) => titleOf(curve, experiment).en);
    expect(names).toEqual(["S-curve", "Activation functions"]);
  });

  it("has every picture that a case shows at first", () => {
    const stage = new Stage();
    for (const preset of ["weights", "award", "honours", "layers"] as const) {
      expect(NAMES).toEqual(expect.arrayContaining([...stage.shown(preset), ...stage.beside(preset)]));
      expect(stage.beside(preset).length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("the stage", () => {
  it("shows one picture, in each case its own", () => {
    const stage = new Stage();
    stage.show("award", "metrics");
    expect(stage.shown("award")).toEqual(["metrics"]);
    expect(stage.shown("honours")).toEqual(["boundary"]);
    // What was on the stage stands beside it.
    expect(stage.beside("award")).toContain("boundary");
  });

  it("compares two, changes the right one, and keeps one when the other is closed", () => {
    const stage = new Stage();
    stage.compare("award", "curve");
    expect(stage.shown("award")).toEqual(["boundary", "curve"]);
    stage.show("award", "race");
    expect(stage.shown("award")).toEqual(["boundary", "race"]);
    stage.show("award", "boundary");
    expect(stage.shown("award")).toEqual(["boundary", "race"]);
    stage.close("award", "boundary");
    stage.close("award", "race");
    expect(stage.shown("award")).toEqual(["race"]);
  });
});

describe("an empty picture", () => {
  it("of the triangle asks for three weights that sum to one, or three probabilities", () => {
    expect(reasonOf("triangle", example)).toMatch(/^Needs three weights/);
    const summed = { ...example, model: { ...example.model, weights: "sum_to_one" as const } };
    expect(reasonOf("triangle", summed)).toBeNull();
    const table = { ...example.table, classes: ["a", "b", "c"] };
    const model = { ...example.model, output: "softmax" as const };
    expect(reasonOf("triangle", { ...example, table, model })).toBeNull();
  });

  it("of the weights rules out hidden layers, of the S-curve asks for them or for a sigmoid", () => {
    const model = { ...example.model, hidden: [{ units: 2, activation: "tanh" as const }] };
    expect(reasonOf("weights", { ...example, model })).toMatch(/^With hidden layers/);
    expect(reasonOf("curve", { ...example, model })).toBeNull();
    expect(reasonOf("curve", example)).toMatch(/^Needs a sigmoid/);
  });

  it("has something after the one press that it offers, which the core takes", () => {
    const models = [...CASES.map(presetOf), withHidden(example, [{ units: 2, activation: "tanh" }])].flatMap((one) =>
      (["linear", "sigmoid"] as const).flatMap((output) => [
        one,
        withModel(withOutput(one, output), { bias: true }),
        withHidden(withOutput(one, output), []),
      ]),
    );
    const ways = new Set<string>();
    for (const model of models) {
      for (const picture of PICTURES as readonly Picture[]) {
        const way = picture.empty?.(model)?.way;
        if (way === undefined) continue;
        const next = "change" in way ? readExperiment(way.change(model)) : presetOf(way.opens);
        expect(picture.empty?.(next), picture.name).toBeNull();
        ways.add(`${picture.name}: ${"change" in way ? way.label.en : way.opens}`);
      }
    }
    expect([...ways].sort()).toEqual([
      "curve: Set the output to Sigmoid",
      "curve: award",
      "family: Make the model linear",
      "family: weights",
      "perceptron: Remove the hidden layers",
      "search: Make the model linear, without bias",
      "search: Remove the bias",
      "search: weights",
      "triangle: Let the weights sum to one",
      "triangle: Set the output to Softmax",
      "triangle: honours",
      "weights: Remove the hidden layers",
    ]);
  });
});
