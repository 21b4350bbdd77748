import { describe, expect, it } from "vitest";
import type { AxesScales } from "./axes";
import type { Mark } from "./marks";
import { recordingPencil, TEST_THEME } from "./pencil.testing";
import { linearScale } from "./scale";
import { drawStudent, drawStudents, type Tint, tintOf } from "./students";

const box = { left: 30, top: 10, right: 330, bottom: 210 };
const scales: AxesScales = {
  x: linearScale([60, 100], [box.left, box.right]),
  y: linearScale([50, 100], [box.bottom, box.top]),
  lanes: null,
};
const tint: Tint = { range: [80, 100], low: [0, 0, 0], middle: [100, 100, 100], high: [200, 200, 200] };
const plain: Mark = {
  student: 0,
  x: 80,
  y: 75,
  role: "training",
  classIndex: 1,
  value: Number.NaN,
  predictedClass: 1,
  wrong: false,
};

describe("drawStudent", () => {
  const draw = (mark: Mark) => {
    const { pencil, calls } = recordingPencil();
    drawStudent(pencil, mark, scales, tint, TEST_THEME);
    return calls;
  };
  const rings = (mark: Mark) => draw(mark).filter(({ name, args }) => name === "arc" && Number(args[2]) > 8);

  it("fills the class's shape with the class's colour", () => {
    expect(draw(plain).find(({ name }) => name === "fill")?.fillStyle).toBe("class-1");
  });

  it("leaves an unlabelled student hollow, with a question mark", () => {
    const calls = draw({ ...plain, role: "unlabelled", classIndex: -1 });
    expect(calls.find(({ name }) => name === "fill")?.fillStyle).toBe("paper");
    expect(calls.some(({ name, args }) => name === "fillText" && args[0] === "?")).toBe(true);
  });

  it("fades a student left out", () => {
    expect(draw({ ...plain, role: "left_out" }).find(({ name }) => name === "fill")?.globalAlpha).toBeLessThan(0.5);
  });

  it("puts a ring around one held out, one around one predicted wrong, and none around others", () => {
    expect(rings(plain)).toHaveLength(0);
    expect(rings({ ...plain, role: "held_out" })).toHaveLength(1);
    expect(rings({ ...plain, wrong: true })).toHaveLength(1);
    const both = rings({ ...plain, role: "held_out", wrong: true }).map(({ args }) => args[2]);
    expect(new Set(both).size).toBe(2);
  });

  it("is as much larger as text is, rings too", () => {
    const radii = (textScale: number): number[] => {
      const { pencil, calls } = recordingPencil();
      const theme = { ...TEST_THEME, textScale };
      for (const mark of [
        { ...plain, classIndex: 0, wrong: true },
        { ...plain, predictedClass: 0, classIndex: -1 },
      ])
        drawStudent(pencil, mark, scales, tint, theme);
      return calls.filter(({ name }) => name === "arc").map(({ args }) => Number(args[2]));
    };
    expect(radii(1)).toHaveLength(3);
    expect(radii(2)).toEqual(radii(1).map((radius) => 2 * radius));
  });

  it("tints a number target by its value", () => {
    expect(draw({ ...plain, classIndex: -1, value: 100 }).find(({ name }) => name === "fill")?.fillStyle).toBe(
      "rgb(200 200 200)",
    );
  });

  it("draws nobody whose scores have no place on the picture", () => {
    expect(draw({ ...plain, x: Number.NaN })).toHaveLength(0);
  });
});

describe("drawStudents", () => {
  it("draws whom the machine gets wrong last, and those left out first", () => {
    const { pencil, calls } = recordingPencil();
    const marks: Mark[] = [
      { ...plain, wrong: true, classIndex: 0 },
      { ...plain, classIndex: 1 },
      { ...plain, role: "left_out", classIndex: 2 },
    ];
    drawStudents(pencil, marks, scales, tint, TEST_THEME);
    expect(calls.filter(({ name }) => name === "fill").map(({ fillStyle }) => fillStyle)).toEqual([
      "class-2",
      "class-1",
      "class-0",
    ]);
  });
});

describe("tintOf", () => {
  it("goes from low over the middle to high", () => {
    expect([80, 90, 95, 100, 200].map((value) => tintOf(tint, value)[0])).toEqual([0, 100, 150, 200, 200]);
  });

  it("is the middle where the scale has no width", () => {
    expect(tintOf({ ...tint, range: [90, 90] }, 90)).toEqual([100, 100, 100]);
  });
});
