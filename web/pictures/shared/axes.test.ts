import { describe, expect, it } from "vitest";
import { type AxesScales, axisWidth, drawAxes, drawGrid } from "./axes";
import { recordingPencil, TEST_THEME } from "./pencil.testing";
import { linearScale } from "./scale";

const box = { left: 30, top: 10, right: 330, bottom: 210 };
const scales: AxesScales = {
  x: linearScale([60, 100], [box.left, box.right]),
  y: linearScale([50, 100], [box.bottom, box.top]),
  lanes: null,
};

describe("drawAxes", () => {
  it("labels round scores at their places, inside the frame", () => {
    const { pencil, calls } = recordingPencil();
    drawAxes(pencil, box, scales, TEST_THEME);
    const labels = calls.filter(({ name }) => name === "fillText").map(({ args }) => args);
    expect(labels.map(([text]) => text)).toEqual(["60", "70", "80", "90", "100", "60", "80", "100"]);
    for (const [, x] of labels.slice(0, 5)) expect(Number(x)).toBeGreaterThanOrEqual(box.left);
  });

  it("names lanes where there are no scores", () => {
    const { pencil, calls } = recordingPencil();
    const lanes = { ...scales, y: linearScale([-0.6, 1.6], [box.bottom, box.top]), lanes: ["否", "是"] };
    drawAxes(pencil, box, lanes, TEST_THEME);
    const labels = calls.filter(({ name }) => name === "fillText").map(({ args }) => args[0]);
    expect(labels.slice(-2)).toEqual(["否", "是"]);
  });

  it("takes as much room as its widest label", () => {
    const { pencil } = recordingPencil();
    expect(axisWidth(pencil, TEST_THEME, ["5", "1000"])).toBe(32 + 8);
  });
});

describe("drawGrid", () => {
  const linesOf = (scales: AxesScales): string[] => {
    const { pencil, calls } = recordingPencil();
    drawGrid(pencil, box, scales, TEST_THEME);
    return calls.filter(({ name }) => name === "moveTo").map(({ args }) => args.join());
  };

  it("has a line at each tick of both axes, and none across lanes", () => {
    const lines = linesOf(scales);
    expect(lines).toHaveLength(5 + 3);
    expect(lines).toContain("105.5,10");
    expect(lines).toContain("30,170.5");
    expect(linesOf({ ...scales, lanes: ["否", "是"] })).toHaveLength(5);
  });

  it("has a line at every point where points are far apart", () => {
    const near = { ...scales, x: linearScale([89.5, 100], [box.left, box.right]) };
    // 90 to 100, and its ticks.
    expect(linesOf(near).filter((line) => line.endsWith(",10")).length).toBeGreaterThan(11);
    expect(linesOf(near).length).toBeLessThan(11 + 11 + 3);
  });
});
