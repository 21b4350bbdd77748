import { describe, expect, it } from "vitest";
import { example } from "../edits/example.testing";
import type { Experiment } from "../engine/engine";
import { Pictures } from "../state/pictures.svelte";
import { PICTURES, type PictureName } from ".";
import { openPicture } from "./columns";

const NAMES = PICTURES.map(({ name }) => name);

/** The English reason why a picture is empty; null where it has something to show. */
function reasonOf(name: PictureName, experiment: Experiment): string | null {
  return PICTURES.find((picture) => picture.name === name)?.emptyReason?.(experiment)?.en ?? null;
}

describe("the list of pictures", () => {
  it("has each name once, and a title in both languages", () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const { title } of PICTURES) {
      expect(title.zh).not.toBe("");
      expect(title.en).not.toBe("");
    }
  });

  it("has every picture that a case opens at first", () => {
    const pictures = new Pictures();
    for (const preset of ["weights", "award", "honours", "layers"] as const) {
      expect(NAMES).toEqual(expect.arrayContaining(pictures.columns(preset).flat()));
    }
  });
});

describe("openPicture", () => {
  it("keeps the order of the list in each column, and the columns of each case apart", () => {
    const pictures = new Pictures();
    openPicture(pictures, "award", "metrics");
    openPicture(pictures, "award", "curve");
    expect(pictures.columns("award")).toEqual([
      ["boundary", "curve"],
      ["weights", "metrics"],
    ]);
    expect(pictures.isOpen("honours", "metrics")).toBe(false);
    pictures.close("award", "boundary");
    expect(pictures.columns("award")).toEqual([["curve"], ["weights", "metrics"]]);
  });

  it("uses the column with more room, and never moves an open picture", () => {
    const pictures = new Pictures();
    let before = pictures.columns("award");
    for (const name of [...NAMES].reverse()) {
      openPicture(pictures, "award", name);
      const now = pictures.columns("award");
      before.forEach((column, index) => {
        expect(now[index]).toEqual(expect.arrayContaining([...column]));
      });
      before = now;
    }
    expect(before.flat().sort()).toEqual([...NAMES].sort());
    openPicture(pictures, "award", "race");
    expect(pictures.columns("award")).toBe(before);
  });
});

describe("emptyReason", () => {
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
});
