import { describe, expect, it } from "vitest";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { drawTraces, TRACE_DASHES, traceColor } from "./trace-drawing";
import { nameHeights, type TraceLine, traceOf, traceScales } from "./traces";

const box = { left: 40, top: 0, right: 240, bottom: 100 };
const line = (values: number[], rule: number | null = null): TraceLine => ({ name: "德育", values, rule });
const epochs = Float64Array.from([0, 1, 2]);

describe("traceOf", () => {
  it("takes one parameter out of the rows of all", () => {
    expect(traceOf(Float32Array.from([1, 2, 3, 4, 5, 6]), 2, 1)).toEqual([2, 4, 6]);
  });

  it("is empty where no trace is kept", () => {
    expect(traceOf(new Float32Array(), 100, 3)).toEqual([]);
    expect(traceOf(new Float32Array(), 0, 0)).toEqual([]);
  });
});

describe("traceScales", () => {
  it("shows every line and the rule whole", () => {
    const { x, y } = traceScales(epochs, [line([0, 0.5, 0.4], 0.6), line([0, -0.2, -0.1])], box);
    expect(x.domain).toEqual([0, 2]);
    expect(y.domain[0]).toBeLessThan(-0.2);
    expect(y.domain[1]).toBeGreaterThan(0.6);
  });

  it("shows zero where it is near, and not where a line is far from it", () => {
    expect(traceScales(epochs, [line([0.2, 0.5])], box).y.domain[0]).toBeLessThanOrEqual(0);
    expect(traceScales(epochs, [line([-80, -81])], box).y.domain[1]).toBeLessThan(-70);
  });

  it("has a height before anything has moved and after everything is lost", () => {
    for (const values of [[0], [Number.NaN], []]) {
      const [low, high] = traceScales(epochs, [line(values)], box).y.domain;
      expect(high).toBeGreaterThan(low);
    }
  });
});

describe("nameHeights", () => {
  it("leaves names beside their lines where there is room", () => {
    expect(nameHeights([80, 20, 50], 12, [0, 100])).toEqual([80, 20, 50]);
  });

  it("pushes names that crowd apart, in the lines' order", () => {
    expect(nameHeights([50, 50, 52], 12, [0, 100])).toEqual([50, 62, 74]);
  });

  it("keeps the lowest inside", () => {
    expect(nameHeights([99, 98], 12, [0, 100])).toEqual([100, 88]);
  });
});

describe("drawTraces", () => {
  const drawn = (lines: TraceLine[], row: number | null = null) => {
    const { pencil, calls } = recordingPencil();
    drawTraces(pencil, box, traceScales(epochs, lines, box), epochs, lines, row, "轮数", TEST_THEME);
    return calls;
  };

  it("draws each line with a dash and a name of its own", () => {
    const calls = drawn([line([0, 1, 2]), { ...line([0, 2, 3]), name: "智育" }]);
    const dashes = calls.filter(({ name }) => name === "setLineDash").map(({ args }) => args[0]);
    expect(dashes).toContainEqual(TRACE_DASHES[1]);
    expect(
      calls.filter(({ name, args }) => name === "fillText" && ["德育", "智育"].includes(String(args[0]))),
    ).toHaveLength(2);
    const theme = { ...TEST_THEME, classes: ["a", "b", "c", "d", "e", "f", "g", "h"] };
    expect(traceColor(theme, {}, 0)).not.toBe(traceColor(theme, {}, 1));
    expect(traceColor(theme, { bias: true }, 0)).toBe("ink");
  });

  it("leaves a gap where a weight is no number", () => {
    const moves = (values: number[]) => drawn([line(values)]).filter(({ name }) => name === "lineTo").length;
    expect(moves([0, Number.NaN, 2])).toBeLessThan(moves([0, 1, 2]));
  });

  it("marks the school's weight only where it is to be seen", () => {
    const strokes = (rule: number | null) =>
      drawn([line([0, 1, 2], rule)]).filter(({ name }) => name === "stroke").length;
    // A dotted line, and a cross on paper.
    expect(strokes(0.6)).toBe(strokes(null) + 3);
  });

  it("rings every line at the epoch that is read off", () => {
    expect(drawn([line([0, 1, 2]), line([0, 2, 3])], 1).filter(({ name }) => name === "arc")).toHaveLength(2);
  });
});
