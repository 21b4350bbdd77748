import { describe, expect, it } from "vitest";
import { choiceFor, heldSubjects, withAxis, withHeld } from "./choice";

const SUBJECTS = ["德育", "智育", "体育"];
const start = choiceFor(SUBJECTS, null);

describe("choice", () => {
  it("starts with the first two subjects, or with the only one twice", () => {
    expect(start).toMatchObject({ x: 0, y: 1, held: {} });
    expect(choiceFor(["德育"], null)).toMatchObject({ x: 0, y: 0 });
  });

  it("holds as long as the subjects stay, and starts anew with others", () => {
    const moved = withHeld(withAxis(start, "x", 2), 0, 70);
    expect(choiceFor(SUBJECTS, moved)).toBe(moved);
    expect(choiceFor(["德育", "智育"], moved)).toMatchObject({ x: 0, y: 1, held: {} });
  });

  it("swaps the axes where one takes the other's subject", () => {
    expect(withAxis(start, "x", 1)).toMatchObject({ x: 1, y: 0 });
    expect(withAxis(start, "y", 0)).toMatchObject({ x: 1, y: 0 });
    expect(withAxis(start, "y", 2)).toMatchObject({ x: 0, y: 2 });
  });

  it("holds whoever is on neither axis", () => {
    expect(heldSubjects(3, start)).toEqual([2]);
    expect(heldSubjects(2, start)).toEqual([]);
  });
});
