import { expect, it } from "vitest";
import { refusal } from "../engine/error";
import { Problems } from "./problems.svelte";

it("the last problem is shown, and is removed where it is shown or everywhere", () => {
  const problems = new Problems();
  expect(problems.current).toBeNull();
  problems.refuse("scaling", refusal("scaling", "x", { kind: "number" }));
  problems.refuseText("training.seed", "abc", { kind: "number" });
  expect(problems.current).toMatchObject({
    at: "training.seed",
    error: { details: { value: '"abc"', rule: { kind: "number" } } },
  });
  problems.clear("scaling");
  expect(problems.current?.at).toBe("training.seed");
  problems.clear("training.seed");
  expect(problems.current).toBeNull();
  problems.refuseText("training.seed", "abc", { kind: "number" });
  problems.clear();
  expect(problems.current).toBeNull();
});
