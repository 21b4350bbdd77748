import { expect, test } from "vitest";
import { along, edgesOf, type Point3, planeInCube, project, spanOf, turned, withinCube } from "./space";

const stage = { view: { yaw: 0, pitch: 0 }, span: [-1, 1], width: 390, height: 390 } as const;

test("from the front the first weight goes right and the third up", () => {
  const [x0, y0] = project([0, 0, 0], stage);
  expect([x0, y0]).toEqual([195, 195]);
  expect(project([1, 0, 0], stage)[0]).toBeGreaterThan(x0);
  expect(project([0, 0, 1], stage)[1]).toBeLessThan(y0);
  expect(project([0, 1, 0], stage)).toEqual([x0, y0]);
  // From above the second goes up the picture.
  expect(project([0, 1, 0], { ...stage, view: { yaw: 0, pitch: 1 } })[1]).toBeLessThan(y0);
});

test("a line is cut at the cube's faces", () => {
  const ends = withinCube([0, 0, 0], [1, 2, 0], [-1, 1]);
  expect(ends).toEqual([-0.5, 0.5]);
  expect(along([0, 0, 0], [1, 2, 0], 0.5)).toEqual([0.5, 1, 0]);
  expect(withinCube([0, 0, 5], [1, 0, 0], [-1, 1])).toBeNull();
});

test("a plane cuts the cube in a polygon of three to six corners", () => {
  const level = planeInCube(
    [0, 0, 0.5],
    [
      [1, 0, 0],
      [0, 1, 0],
    ],
    [-1, 1],
  );
  expect(level).toHaveLength(4);
  expect(level.every(([, , z]) => Math.abs(z - 0.5) < 1e-12)).toBe(true);
  const s = Math.SQRT1_2;
  const hexagon = planeInCube(
    [0, 0, 0],
    [
      [s, -s, 0],
      [0, s, -s],
    ],
    [-1, 1],
  );
  expect(hexagon).toHaveLength(6);
  // Corner by corner: neighbours share a face, so that each is nearer to the next than to the one opposite.
  const distance = (a?: Point3, b?: Point3): number =>
    Math.hypot(...[0, 1, 2].map((i) => (a?.[i] ?? 0) - (b?.[i] ?? 0)));
  expect(distance(hexagon[0], hexagon[1])).toBeLessThan(distance(hexagon[0], hexagon[3]));
  expect(edgesOf([0, 1])).toHaveLength(12);
});

test("the span holds the numbers and 0 to 1, and forgets what has run away", () => {
  expect(spanOf([0.6, 0.3])).toEqual([-0.3, 1.3]);
  expect(spanOf([-0.5, 1.5, 1e9, Number.NaN])).toEqual([-1, 2]);
});

test("turning never goes over the top", () => {
  expect(turned({ yaw: 0, pitch: 0 }, 12, 1e6)).toEqual({ yaw: 0.1, pitch: Math.PI / 2 });
});
