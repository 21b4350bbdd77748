import { expect, it } from "vitest";
import { experimentOf } from "../pictures/shared/experiment.testing";
import { withAxis } from "./choice";
import { Looking } from "./looking.svelte";

it("the axes are the first two subjects until others are chosen, and again for other subjects", () => {
  let experiment = experimentOf(["德育", "智育", "体育"], [], []);
  const looking = new Looking(() => experiment);
  expect(looking.choice).toMatchObject({ x: 0, y: 1 });
  looking.choice = withAxis(looking.choice, "x", 2);
  expect(looking.choice).toMatchObject({ x: 2, y: 1 });
  experiment = experimentOf(["语文", "数学"], [], []);
  expect(looking.choice).toMatchObject({ x: 0, y: 1 });
});

it("a selected row outlives a new table that has it; a pointed row does not", () => {
  const looking = new Looking(() => experimentOf([], [], []));
  looking.selected = 3;
  looking.pointed = 2;
  looking.tableReplaced(4);
  expect([looking.selected, looking.pointed]).toEqual([3, null]);
  looking.tableReplaced(3);
  expect(looking.selected).toBeNull();
});

it("shows in the sheet the lesson that is open, or the part that was chosen last", () => {
  const looking = new Looking(() => experimentOf([], [], []));
  expect(looking.panel).toBe("data");
  looking.panel = "model";
  looking.lessonsOpen = true;
  expect(looking.panel).toBe("model");
  looking.panel = "lessons";
  expect(looking.panel).toBe("lessons");
  looking.lessonsOpen = false;
  expect(looking.panel).toBe("model");
});
