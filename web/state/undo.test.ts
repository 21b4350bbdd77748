import { expect, it } from "vitest";
import { Undo } from "./undo.svelte";

/** A number that is changed and taken back. */
function counter() {
  const undo = new Undo<number, string>();
  let value = 0;
  return {
    undo,
    value: () => value,
    set(next: number, gesture?: string): void {
      undo.note(value, `to ${next}`, gesture);
      value = next;
    },
    back(): void {
      value = undo.undo(value)?.state ?? value;
    },
    forth(): void {
      value = undo.redo(value)?.state ?? value;
    },
  };
}

it("undo then redo is identity, however many changes", () => {
  const counted = counter();
  for (const next of [3, 1, 4, 1, 5]) counted.set(next);
  const seen: number[] = [];
  while (counted.undo.canUndo) {
    counted.back();
    seen.push(counted.value());
  }
  expect(seen).toEqual([1, 4, 1, 3, 0]);
  while (counted.undo.canRedo) counted.forth();
  expect(counted.value()).toBe(5);
});

it("a change after an undo forgets what was taken back", () => {
  const counted = counter();
  counted.set(1);
  counted.set(2);
  counted.back();
  counted.set(9);
  expect(counted.undo.canRedo).toBe(false);
  counted.back();
  expect(counted.value()).toBe(1);
});

it("a gesture is taken back whole, and the next gesture by itself", () => {
  const counted = counter();
  counted.set(1);
  for (const next of [2, 3, 4]) counted.set(next, "drag A");
  for (const next of [5, 6]) counted.set(next, "drag B");
  counted.back();
  expect(counted.value()).toBe(4);
  counted.back();
  expect(counted.value()).toBe(1);
});

it("returns the kind of each change, backward and forward", () => {
  const counted = counter();
  counted.set(1);
  expect(counted.undo.undo(1)).toEqual({ state: 0, kind: "to 1" });
  expect(counted.undo.redo(0)).toEqual({ state: 1, kind: "to 1" });
  expect(counted.undo.redo(1)).toBeNull();
});

it("keeps the last two hundred changes", () => {
  const counted = counter();
  for (let next = 1; next <= 300; next += 1) counted.set(next);
  while (counted.undo.canUndo) counted.back();
  expect(counted.value()).toBe(100);
});
