/** English words of moving and adding students in the boundary picture; the Chinese ones follow this type. */
export const wordsEn = {
  reach:
    "Students in the picture: arrow keys go from one to the next, Enter chooses, Shift with arrow keys moves, Delete removes",
  hint: "Drag a student to change its scores; click on empty paper to add one.",
  hintFinger: "Drag a student to change its scores; tap on empty paper to add one.",
  hintKeys: "Arrow keys: next student. Enter: choose. Shift + arrow keys: move. Delete: remove.",
  addAs: "Add as",
  toPredict: "to be predicted",
  flat: "Flat colours",
  flatLong: "One colour for each class and each step of a total, however sure the machine is",
  said: (prediction: string) => `machine: ${prediction}`,
  nothing: "no prediction",
  added: (student: string) => `Added: ${student}`,
  removed: (name: string) => `Removed: ${name}`,
};

export type BoundaryWords = typeof wordsEn;
