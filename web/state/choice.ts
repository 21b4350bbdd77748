/** The plane of score space that is shown: two subjects on the axes, every other one held at a score. */

export interface Choice {
  /** The subjects that the choice was made from. It does not apply to other subjects. */
  readonly subjects: string;
  /** Subject on the horizontal and on the vertical axis; the same if there is only one. */
  readonly x: number;
  readonly y: number;
  /** Scores set by a slider; every other subject is held in the middle of its range. */
  readonly held: Readonly<Record<number, number>>;
}

function keyOf(subjects: readonly string[]): string {
  return subjects.join("\u0000");
}

/** The choice if it was made from these subjects, else the first two of them. */
export function choiceFor(subjects: readonly string[], choice: Choice | null): Choice {
  const key = keyOf(subjects);
  if (choice?.subjects === key) return choice;
  return { subjects: key, x: 0, y: subjects.length > 1 ? 1 : 0, held: {} };
}

/** Puts a subject on an axis; choosing the other axis's subject swaps the two. */
export function withAxis(choice: Choice, axis: "x" | "y", subject: number): Choice {
  const other = axis === "x" ? "y" : "x";
  const swapped = choice[other] === subject ? choice[axis] : choice[other];
  return axis === "x" ? { ...choice, x: subject, y: swapped } : { ...choice, x: swapped, y: subject };
}

export function withHeld(choice: Choice, subject: number, score: number): Choice {
  return { ...choice, held: { ...choice.held, [subject]: score } };
}

/** The subjects that are not on an axis. */
export function heldSubjects(count: number, { x, y }: Choice): number[] {
  return Array.from({ length: count }, (_, subject) => subject).filter((subject) => subject !== x && subject !== y);
}
