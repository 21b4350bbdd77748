/** The run with the real core; frames of the browser come when a test says so. */
import { beforeAll, describe, expect, it } from "vitest";
import { parametersOf, presetOf } from "../engine/engine";
import { startTestCore } from "./core.testing";
import { Problems } from "./problems.svelte";
import { Run } from "./run.svelte";

beforeAll(startTestCore);

const award = () => new Run(presetOf("award"), new Problems());
const weights = (run: Run): number[] => [...parametersOf(run.frame.layers)];

describe("the learning rate", () => {
  it("is noted with the epoch of its change, the last of an epoch only, and not before the first update", () => {
    const run = award();
    const first = run.frame.baseRate;
    run.setRate(first * 3);
    expect(run.rates).toEqual([]);
    run.step(10);
    const { epoch } = run.frame;
    run.setRate(first);
    run.setRate(first * 2);
    expect(run.rates).toEqual([{ epoch, rate: first * 2 }]);
    run.reset();
    expect(run.rates).toEqual([]);
  });

  it("that the core refuses changes nothing", () => {
    const run = award();
    run.step(10);
    const { frame } = run;
    expect(() => run.setRate(-1)).toThrow("learning_rate");
    expect([run.frame, run.rates]).toEqual([frame, []]);
  });
});

describe("time", () => {
  it("goes back to a past step, paused, and repeats itself from there", () => {
    const run = award();
    run.step(50);
    const later = weights(run);
    run.play();
    run.seek(20);
    expect([run.playing, run.frame.updates, run.frame.furthest]).toEqual([false, 20, 50]);
    expect(run.step(30)).toBe(30);
    expect(weights(run)).toEqual(later);
  });

  it("starts over when a diverged run is played", () => {
    const experiment = presetOf("weights");
    const optimizer = { kind: "momentum" as const, momentum: 0.9 };
    const training = { ...experiment.training, optimizer, loss: { kind: "squared" as const }, learning_rate: 1 };
    const run = new Run({ ...experiment, training }, new Problems());
    const start = weights(run);
    run.play();
    run.step(2000);
    expect([run.diagnosis.kind, run.playing]).toEqual(["diverged", false]);
    run.play();
    expect([run.frame.updates, run.playing]).toEqual([0, true]);
    expect(weights(run)).toEqual(start);
  });
});

describe("parameters set by hand", () => {
  it("are in force at once, and reset forgets them", () => {
    const run = award();
    const start = weights(run);
    expect(run.setParameter(1, 0.25, "weights.parameters[1]")).toBe(true);
    expect([weights(run)[1], run.touched]).toEqual([0.25, true]);
    run.reset();
    expect([weights(run), run.touched]).toEqual([start, false]);
  });

  it("that the core refuses are reported where they were entered", () => {
    const problems = new Problems();
    const run = new Run(presetOf("award"), problems);
    const start = weights(run);
    expect(run.setParameter(0, Number.NaN, "here")).toBe(false);
    expect(problems.current?.at).toBe("here");
    expect([weights(run), run.touched]).toEqual([start, false]);
    expect(
      run.setParameters(
        Float32Array.from(start, () => 0.5),
        "here",
      ),
    ).toBe(true);
    expect(problems.current).toBeNull();
  });
});

describe("a start of its own", () => {
  it("is where the run starts and restarts, until it is reset", () => {
    const other = award();
    other.step(40);
    const run = award();
    run.load(presetOf("award"), other.frame.layers);
    expect([run.forked, weights(run)]).toEqual([true, weights(other)]);
    run.step(1);
    expect(run.forked).toBe(false);
    run.reset();
    expect([run.forked, run.start]).toEqual([false, null]);
    expect(weights(run)).toEqual(weights(award()));
  });

  it("that does not fit the network is forgotten", () => {
    const run = award();
    run.load(presetOf("layers"), run.frame.layers);
    expect([run.forked, run.start]).toEqual([false, null]);
  });
});
