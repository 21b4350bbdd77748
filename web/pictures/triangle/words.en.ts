/** English words of the triangles; the Chinese ones follow this type. */
export const triangleEn = {
  probabilityHint:
    "The nearer to a corner, the surer the machine is of that class. Hollow: no label; ringed: predicted wrong.",
  probabilityAlt: (classes: string, outcome: string) =>
    `Each student as a point in the triangle of the probabilities of ${classes}. ${outcome}`,
  comma: ", ",
  students: "Students in the triangle: arrow keys go from one to the next, Enter chooses",
  probabilities: (name: string, shares: string) => `${name}: ${shares}`,
  weightsHint:
    "Every point is three weights that sum to one: a corner is one subject alone. Click a point to go on training from there.",
  weightsAlt: (subjects: string, point: string) =>
    `Contours of the training loss in the triangle of the weights of ${subjects}. ${point}`,
};

export type TriangleMessages = typeof triangleEn;
