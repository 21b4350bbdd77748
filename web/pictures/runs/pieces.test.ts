import { expect, test } from "vitest";
import { Pieces } from "./pieces";

test("a frame keeps to its time however much a piece costs, and the work comes to its end", () => {
  for (const cost of [1e-5, 1e-3, 0.3]) {
    let [left, now] = [100_000, 0];
    const work = {
      step: (size: number): void => {
        const done = Math.min(size, left);
        left -= done;
        now += done * cost;
      },
      get finished() {
        return left === 0;
      },
    };
    const pieces = new Pieces(work, () => now);
    for (let frame = 0; left > 0; frame++) {
      const begun = now;
      pieces.frame(4);
      // The first piece is made before anything is known of its cost.
      if (frame > 0) expect(now - begun).toBeLessThan(6);
    }
    expect(pieces.spent).toBeCloseTo(now);
  }
});
