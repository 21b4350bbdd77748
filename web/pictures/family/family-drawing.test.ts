import { expect, test } from "vitest";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { drawFamily, type FamilyPicture } from "./family-drawing";
import { FIRST_VIEW } from "./space";

const stage = { view: FIRST_VIEW, span: [-0.3, 1.3], width: 300, height: 290 } as const;
const picture: FamilyPicture = {
  origin: [0.607, 0.279, 0.116],
  directions: [[0.25, -0.78, 0.57]],
  shrunk: null,
  path: [
    [0, 0, 0],
    [0.4, 0.3, 0.3],
  ],
  secret: [0.6, 0.3, 0.1],
  walked: null,
  names: ["德育", "智育", "体育"],
};

/** How many strokes are as wide as the family's line. */
function drawn(changes: Partial<FamilyPicture>): { texts: unknown[]; strokes: number; fills: number } {
  const { pencil, calls } = recordingPencil();
  drawFamily(pencil, stage, { ...picture, ...changes }, TEST_THEME);
  return {
    texts: calls.filter(({ name }) => name === "fillText").map(({ args }) => args[0]),
    strokes: calls.filter(({ name, strokeStyle }) => name === "stroke" && strokeStyle === TEST_THEME.accent).length,
    fills: calls.filter(({ name, fillStyle }) => name === "fill" && fillStyle === TEST_THEME.accent).length,
  };
}

test("the axes are named, and the family is a line, a plane or a point", () => {
  const line = drawn({});
  expect(line.texts).toEqual(expect.arrayContaining(["德育", "智育", "体育"]));
  expect([line.strokes, line.fills]).toEqual([2, 0]);
  const plane = drawn({ directions: [picture.directions[0] ?? [0, 0, 0], [1, 0, 0]] });
  expect([plane.strokes, plane.fills]).toEqual([2, 1]);
  const point = drawn({ directions: [] });
  expect([point.strokes, point.fills]).toEqual([1, 0]);
});

test("a run that has run away spoils nothing", () => {
  const { pencil, calls } = recordingPencil();
  drawFamily(
    pencil,
    stage,
    {
      ...picture,
      path: [
        [0, 0, 0],
        [1e9, Number.NaN, 3],
      ],
    },
    TEST_THEME,
  );
  const numbers = calls.flatMap(({ args }) => args).filter((value) => typeof value === "number");
  expect(numbers.every(Number.isFinite)).toBe(true);
});
