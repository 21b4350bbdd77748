import { expect, it } from "vitest";
import { markOf, NOT_BEGUN, type Progress, progressOf, stepOf, textOf, withStep } from "./progress";

const guessed = withStep(NOT_BEGUN, 1, { guess: 2 });
const reached = withStep(guessed, 0, { readings: { loss: 0.5, "prediction A": "是", accuracy: null } });

it("stored progress is read back", () => {
  const progress: Progress = { "01.json": { ...reached, at: 1 } };
  expect(progressOf(textOf(progress))).toEqual(progress);
});

it.each([null, "", "{", "7", "[]", '{"version":2,"lessons":{"a":{"at":0,"steps":[]}}}', '{"version":1,"lessons":[]}'])(
  "a broken value is dropped: %s",
  (text) => {
    expect(progressOf(text)).toEqual({});
  },
);

it.each([
  '{"at":-1,"steps":[]}',
  '{"at":0}',
  '{"at":0,"steps":[{}]}',
  '{"at":0,"steps":[{"guess":"x","readings":null}]}',
  '{"at":0,"steps":[{"guess":null,"readings":{"loss":{}}}]}',
])("a broken lesson is dropped, the others stay: %s", (broken) => {
  const text = `{"version":1,"lessons":{"broken":${broken},"fine":{"at":0,"steps":[]}}}`;
  expect(progressOf(text)).toEqual({ fine: NOT_BEGUN });
});

it("a step that was not begun has neither guess nor readings", () => {
  expect(stepOf(guessed, 0)).toEqual({ guess: null, readings: null });
  expect(stepOf(guessed, 5)).toEqual({ guess: null, readings: null });
});

it("a lesson is done when every step is", () => {
  expect(markOf(NOT_BEGUN, 2)).toBe("new");
  expect(markOf(guessed, 2)).toBe("begun");
  expect(markOf(reached, 2)).toBe("begun");
  expect(markOf(withStep(reached, 1, { readings: {} }), 2)).toBe("done");
  // A teacher may have added a step since.
  expect(markOf(withStep(reached, 1, { readings: {} }), 3)).toBe("begun");
});
