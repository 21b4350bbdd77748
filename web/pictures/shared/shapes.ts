/** The shape of each class: what tells classes apart where colour cannot. */

/** The part of a canvas context that a shape is traced with; `Path2D` has it too. */
export type Pen = Pick<CanvasPath, "moveTo" | "lineTo" | "arc" | "closePath">;

interface Shape {
  /** In shape coordinates: corners of a closed polygon within the unit circle; none = the circle. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** Scale factors give every shape about the same area, so that no class looks more important. */
const SHAPES: readonly Shape[] = [
  { corners: [] }, // circle
  { corners: regular(3, 1.42) }, // triangle
  { corners: regular(4, 1.22, Math.PI / 4) }, // square
  { corners: regular(4, 1.26) }, // diamond
  { corners: cross(1.16, 0.42) },
  { corners: star(5, 1.4, 0.62) },
  { corners: regular(5, 1.16) }, // pentagon
  { corners: regular(6, 1.12) }, // hexagon
  { corners: regular(3, 1.42, Math.PI) }, // triangle on its point
  { corners: star(4, 1.45, 0.55) },
];

function regular(corners: number, radius: number, turn = 0): [number, number][] {
  return Array.from({ length: corners }, (_, index) => onCircle(turn + (2 * Math.PI * index) / corners, radius));
}

function star(points: number, outer: number, inner: number): [number, number][] {
  return Array.from({ length: 2 * points }, (_, index) =>
    onCircle((Math.PI * index) / points, index % 2 === 0 ? outer : inner),
  );
}

function cross(reach: number, half: number): [number, number][] {
  const arm: [number, number][] = [
    [-half, -reach],
    [half, -reach],
    [half, -half],
  ];
  // Each quarter turn takes (x, y) to (−y, x).
  const turns = [0, 1, 2, 3];
  return turns.flatMap((turn) =>
    arm.map(([x, y]): [number, number] => {
      if (turn === 0) return [x, y];
      if (turn === 1) return [-y, x];
      return turn === 2 ? [-x, -y] : [y, -x];
    }),
  );
}

/** Angle 0 is up, and angles grow clockwise. */
function onCircle(angle: number, radius: number): [number, number] {
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

function shapeOf(classIndex: number): Shape {
  return SHAPES[classIndex % SHAPES.length] ?? { corners: [] };
}

/** Traces the class's shape around (x, y) as a closed path; the caller begins, fills and strokes. */
export function traceShape(pen: Pen, classIndex: number, x: number, y: number, radius: number): void {
  const { corners } = shapeOf(classIndex);
  if (corners.length === 0) {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  }
  corners.forEach(([dx, dy], index) => {
    if (index === 0) pen.moveTo(x + dx * radius, y + dy * radius);
    else pen.lineTo(x + dx * radius, y + dy * radius);
  });
  pen.closePath();
}

/** The same shape as the `d` of an SVG path around (0, 0). */
export function shapePath(classIndex: number, radius: number): string {
  const { corners } = shapeOf(classIndex);
  const short = (value: number): string => String(Number((value * radius).toFixed(2)));
  if (corners.length === 0) {
    const r = short(1);
    return `M${short(-1)} 0a${r} ${r} 0 1 0 ${short(2)} 0a${r} ${r} 0 1 0 ${short(-2)} 0Z`;
  }
  return `M${corners.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z`;
}
