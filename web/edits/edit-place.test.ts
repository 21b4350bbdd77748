import { describe, expect, it } from "vitest";
import { experimentOf, student } from "../pictures/shared/experiment.testing";
import { withPlace, withStudentAt } from "./edit-place";

const experiment = experimentOf(
  ["德育", "智育", "体育"],
  ["否", "是"],
  [student("甲", [90, 80, 70], "是"), student("乙", [60, 70, 80])],
);
const single = experimentOf(["德育"], ["否", "是"], [student("甲", [90], "是"), student("乙", [60])]);
const curve = experimentOf(["德育"], [], [student("甲", [90], 85), student("乙", [60])]);

describe("withPlace", () => {
  it("changes the two scores on the axes and nothing else", () => {
    const moved = withPlace(experiment, 0, { x: 2, y: 0 }, { x: 71, y: 95 });
    expect(moved.table.students[0]).toEqual({ name: "甲", scores: [95, 80, 71], target: "是", included: true });
    expect(moved.table.students[1]).toBe(experiment.table.students[1]);
    expect(experiment.table.students[0]?.scores).toEqual([90, 80, 70]);
  });

  it("moves the target if the vertical axis is the target", () => {
    expect(withPlace(single, 0, { x: 0, y: 0 }, { x: 91, y: 0.2 }).table.students[0]?.target).toBe("否");
    expect(withPlace(single, 0, { x: 0, y: 0 }, { x: 91, y: 7 }).table.students[0]?.target).toBe("是");
    expect(withPlace(curve, 0, { x: 0, y: 0 }, { x: 91, y: 77 }).table.students[0]).toMatchObject({
      scores: [91],
      target: 77,
    });
  });

  it("leaves a student to be predicted without a target", () => {
    expect(withPlace(curve, 1, { x: 0, y: 0 }, { x: 61, y: 77 }).table.students[1]).toMatchObject({
      scores: [61],
      target: null,
    });
  });

  it("changes nothing for a row that is not there", () => {
    expect(withPlace(experiment, 9, { x: 0, y: 1 }, { x: 1, y: 2 })).toBe(experiment);
  });
});

describe("withStudentAt", () => {
  it("adds a student at the end, at the held scores elsewhere", () => {
    const added = withStudentAt(experiment, { name: "丙", target: null }, { x: 0, y: 1 }, [1, 2, 3], { x: 88, y: 77 });
    expect(added.table.students).toHaveLength(3);
    expect(added.table.students[2]).toEqual({ name: "丙", scores: [88, 77, 3], target: null, included: true });
  });

  it("takes the target from the height if there is only one subject", () => {
    const added = withStudentAt(single, { name: "丙", target: null }, { x: 0, y: 0 }, [1], { x: 88, y: 1.4 });
    expect(added.table.students[2]).toEqual({ name: "丙", scores: [88], target: "是", included: true });
  });
});
