/** The picture's numbers with the real core. */
import { beforeAll, expect, test } from "vitest";
import { Engine, presetOf, type Role } from "../../engine/engine";
import { Sweep } from "../../engine/sweep";
import { startTestCore } from "../../state/core.testing";
import { heldOutShare, type Kind, partedStudents, SIZES, sizeOf, withSize } from "../runs/size";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { bestOf, lossDomain, quartilesAt, scalesOf, sizeNear } from "./units";
import { drawSizes } from "./units-drawing";

beforeAll(startTestCore);

test("a size that is taken is the run that the sweep has trained, in every case and of either kind", () => {
  for (const preset of ["weights", "award", "honours", "layers"] as const) {
    for (const kind of ["units", "depth"] as const) {
      const experiment = presetOf(preset);
      const sizes = SIZES[kind].slice(0, 4);
      const sweep = Sweep.of(experiment, [{ kind, sizes }], 30);
      while (!sweep.finished) sweep.step(1000);
      sizes.forEach((size, run) => {
        const taken = withSize(experiment, kind, size);
        expect(sizeOf(taken, kind)).toBe(size);
        const engine = Engine.of(taken);
        engine.step(30);
        const { layers } = engine.frame();
        const own = layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
        expect([...sweep.parameters(run)], `${preset}: ${kind} ${size}`).toEqual(own);
        engine.free();
      });
    }
  }
});

test("students are held out as the experiment says, or where there are enough of them", () => {
  expect(heldOutShare(presetOf("weights"))).toBe(0);
  const layers = presetOf("layers");
  expect(heldOutShare(layers)).toBe(0.3);
  layers.training.test_fraction = 0.1;
  expect(heldOutShare(layers)).toBe(0.1);
  // A share that is less than one student holds nobody out.
  layers.training.test_fraction = 0.001;
  expect(heldOutShare(layers)).toBe(0.3);
  const two = presetOf("weights");
  two.training.test_fraction = 0.2;
  expect(heldOutShare(two)).toBe(0);
});

test("students are parted as the core parts them", () => {
  for (const preset of ["weights", "award", "honours", "layers"] as const) {
    for (const test_fraction of [0, 0.001, 0.1, 0.25, 0.29, 0.3, 0.5, 0.9]) {
      const experiment = presetOf(preset);
      const [first] = experiment.table.students.slice(2);
      if (first) first.scores[0] = null;
      experiment.training.test_fraction = test_fraction;
      const engine = Engine.of(experiment);
      const count = (role: Role): number => engine.roles.filter((other) => other === role).length;
      const parted = { trained: count("training"), heldOut: count("held_out") };
      expect(partedStudents(experiment), `${preset}, ${test_fraction}`).toEqual(parted);
      engine.free();
    }
  }
});

const KIND: Kind = "units";

test("more neurons learn the training students better, from most of the starts", () => {
  const experiment = presetOf("layers");
  experiment.training.test_fraction = 0.3;
  const sizes = [1, 4, 16];
  const sweep = Sweep.of(
    experiment,
    [
      { kind: KIND, sizes },
      { kind: "seed", first: 1, count: 8 },
    ],
    1500,
  );
  while (!sweep.finished) sweep.step(10_000);
  const { points, losses } = sweep.losses();
  const training = quartilesAt(sweep.spread(false), points.length - 1, 3);
  const medians = training.map(({ median }) => median);
  expect([...medians].sort((a, b) => b - a)).toEqual(medians);
  // Nearest rank: of eight losses the 2nd, the 4th and the 6th.
  const ofFour = [...losses.slice(-24)].filter((_, run) => run % 3 === 1).sort((a, b) => a - b);
  expect(training[1]).toEqual({ low: ofFour[1], median: ofFour[3], high: ofFour[5] });
  expect(bestOf(training)).toBe(2);
  expect(bestOf(quartilesAt(sweep.spread(true), points.length - 1, 3))).toBeGreaterThan(0);
});

test("sizes of which every run diverges have no best one and draw no broken number", () => {
  const none = { low: Number.POSITIVE_INFINITY, median: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const some = { low: 0.5, median: 2, high: Number.POSITIVE_INFINITY };
  expect(bestOf([none, none])).toBeNull();
  expect(bestOf([none, some])).toBe(1);
  const box = { left: 0, top: 0, right: 400, bottom: 200 };
  const scales = scalesOf(2, lossDomain([Float64Array.of(1, 1, 1, 1, 1)]), box);
  expect([-5, 120, 300, 900].map((px) => sizeNear(2, scales, px))).toEqual([0, 0, 1, 1]);
  const { pencil, calls } = recordingPencil();
  const present = { across: 0, loss: Number.NaN, name: "now" };
  const shown = { sizes: [1, 2], training: [none, some], heldOut: [none, none], present, read: 0 };
  drawSizes(pencil, box, scales, shown, "neurons", TEST_THEME);
  const numbers = calls.filter(({ name }) => /To$|arc|rect/.test(name)).flatMap(({ args }) => args);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.every(Number.isFinite)).toBe(true);
});
