import { describe, expect, it } from "vitest";
import { experimentOf, frameOf, student } from "./experiment.testing";
import {
  colorScale,
  countsOf,
  laneRange,
  levelTicks,
  marksEqual,
  marksOf,
  middleScore,
  nearestMark,
  sliderStep,
  subjectRange,
} from "./marks";

const experiment = experimentOf(
  ["德育", "智育", "体育"],
  ["普通学生", "三好学生"],
  [
    student("甲", [90, 80, 70], "普通学生"),
    student("乙", [98, 95, 87], "三好学生"),
    student("丙", [60, 99, 92]),
    student("丁", [75, 85, 95], "三好学生"),
  ],
);
const frame = frameOf(1, [0.1, 0.9, 0.2, 0.3], [0, 1, 0, 0]);
const roles = ["training", "training", "unlabelled", "held_out"] as const;

describe("marks", () => {
  it("stand at the students' scores in the two subjects on the axes", () => {
    const marks = marksOf(experiment, frame, roles, { x: 2, y: 0 });
    expect(marks.map(({ x, y }) => [x, y])).toEqual([
      [70, 90],
      [87, 98],
      [92, 60],
      [95, 75],
    ]);
  });

  it("are wrong where school and machine name different classes", () => {
    const marks = marksOf(experiment, frame, roles, { x: 0, y: 1 });
    expect(marks.map(({ wrong }) => wrong)).toEqual([false, false, false, true]);
    expect(countsOf(marks)).toEqual({ right: 2, wrong: 1, unlabelled: 1 });
  });

  it("call nobody right or wrong once training has diverged", () => {
    const diverged = frameOf(1, [Number.NaN, Number.NaN, Number.NaN, Number.NaN], [0, 0, 0, 0]);
    const marks = marksOf(experiment, diverged, roles, { x: 0, y: 1 });
    expect(countsOf(marks)).toEqual({ right: 0, wrong: 0, unlabelled: 1 });
  });

  it("of number targets have a value and no class", () => {
    const totals = experimentOf(["德育"], [], [student("甲", [90], 85), student("乙", [95])]);
    const marks = marksOf(totals, frameOf(1, [84, 90]), ["training", "unlabelled"], { x: 0, y: 0 });
    expect(marks.map(({ classIndex, predictedClass }) => [classIndex, predictedClass])).toEqual([
      [-1, -1],
      [-1, -1],
    ]);
    expect(marks.map(({ value }) => value)).toEqual([85, Number.NaN]);
  });

  it("of students with a missing score have no place, are in no count and stretch no axis", () => {
    const missing = experimentOf(
      ["德育", "智育"],
      ["普通学生", "三好学生"],
      [student("甲", [90, 80], "普通学生"), student("乙", [null, 20], "普通学生"), student("丙", [98, 96], "三好学生")],
    );
    const none = Number.NaN;
    const predicted = frameOf(1, [0.1, none, 0.9], [0, 0, 1]);
    for (const axes of [
      { x: 0, y: 1 },
      { x: 1, y: 1 },
    ]) {
      const marks = marksOf(missing, predicted, ["training", "incomplete", "training"], axes);
      expect(marks.map(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toEqual([true, false, true]);
      expect(marks[1]?.predictedClass).toBe(-1);
      expect(countsOf(marks)).toEqual({ right: 2, wrong: 0, unlabelled: 0 });
      expect(nearestMark(marks, ({ x, y }) => [x, y], [20, 20], 1)).toBeNull();
      expect(marksEqual(marks, marksOf(missing, predicted, ["training", "incomplete", "training"], axes))).toBe(true);
    }
    expect(subjectRange(missing, 1)).toEqual(
      subjectRange(experimentOf(["", ""], [], [student("", [0, 80]), student("", [0, 96])]), 1),
    );
    expect(middleScore(missing, 1)).toBe(88);
  });

  it("of a single subject rise to their target", () => {
    const curve = experimentOf(["德育"], [], [student("甲", [90], 85)]);
    const [mark] = marksOf(curve, frameOf(1, [84]), ["training"], { x: 0, y: 0 });
    expect(mark?.y).toBe(85);
    const yesNo = experimentOf(["德育"], ["否", "是"], [student("甲", [90], "是")]);
    expect(marksOf(yesNo, frameOf(1, [0.2], [0]), ["training"], { x: 0, y: 0 })[0]?.y).toBe(1);
    expect(laneRange(yesNo)).toEqual([-0.6, 1.6]);
    const unlabelled = experimentOf(["德育"], [], [student("甲", [90], 85), student("乙", [95])]);
    const [, predicted] = marksOf(unlabelled, frameOf(1, [84, 92]), ["training", "unlabelled"], { x: 0, y: 0 });
    expect(predicted?.y).toBe(92);
  });

  it("are equal as long as nothing that is drawn has changed", () => {
    const before = marksOf(experiment, frame, roles, { x: 0, y: 1 });
    const surer = frameOf(1, [0.01, 0.99, 0.1, 0.2], [0, 1, 0, 0]);
    expect(marksEqual(before, marksOf(experiment, surer, roles, { x: 0, y: 1 }))).toBe(true);
    const right = frameOf(1, [0.01, 0.99, 0.1, 0.8], [0, 1, 0, 1]);
    expect(marksEqual(before, marksOf(experiment, right, roles, { x: 0, y: 1 }))).toBe(false);
  });
});

describe("ranges and middles", () => {
  it("pad the students' scores", () => {
    const [low, high] = subjectRange(experiment, 0);
    expect(low).toBeLessThan(60);
    expect(high).toBeGreaterThan(98);
  });

  it("hold a subject at the students' mean, rounded to the slider's step", () => {
    expect(middleScore(experiment, 2)).toBe(86);
  });

  it("are finite without any student", () => {
    const nobody = experimentOf(["德育"], [], []);
    expect(middleScore(nobody, 0)).toBe(0);
    expect(subjectRange(nobody, 0).every(Number.isFinite)).toBe(true);
    expect(colorScale(nobody).range.every(Number.isFinite)).toBe(true);
  });

  it("step finely where the scores lie close together", () => {
    expect(sliderStep([0, 100])).toBe(1);
    expect(sliderStep([0, 4])).toBe(0.1);
    expect(sliderStep([0, 1])).toBe(0.01);
  });
});

describe("colorScale", () => {
  const totals = (...said: number[]) =>
    experimentOf(
      ["德育"],
      [],
      said.map((total) => student("甲", [90], total)),
    );

  it("goes out from the school's numbers to round ones", () => {
    expect(colorScale(totals(85, 96))).toEqual({ range: [84, 96], step: 2 });
    expect(colorScale(totals(-3, 17))).toEqual({ range: [-5, 20], step: 5 });
  });

  it("has width for a single number", () => {
    const { range, step } = colorScale(totals(85));
    expect(range[0]).toBeLessThan(85);
    expect(range[1]).toBeGreaterThan(85);
    expect(step).toBe(2);
  });

  it("has a tick for every level, and labels as far as there is room", () => {
    const labels = (characters: number) =>
      levelTicks({ range: [84, 96], step: 2 }, characters).map(({ label }) => label);
    expect(labels(28)).toEqual(["84", "86", "88", "90", "92", "94", "96"]);
    expect(labels(12)).toEqual(["84", "", "88", "", "92", "", "96"]);
  });

  it("stays finite for the largest numbers there are", () => {
    expect(colorScale(totals(-1e308, 1e308)).range.every(Number.isFinite)).toBe(true);
  });
});

describe("nearestMark", () => {
  const marks = marksOf(experiment, frame, roles, { x: 0, y: 1 });
  const place = ({ x, y }: { x: number; y: number }): [number, number] => [x, y];

  it("finds the student under the pointer", () => {
    expect(nearestMark(marks, place, [97, 96], 5)?.student).toBe(1);
  });

  it("finds nobody on bare ground", () => {
    expect(nearestMark(marks, place, [10, 10], 5)).toBeNull();
  });
});
