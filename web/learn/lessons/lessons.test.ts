/** Takes every lesson to its end with the real core, by doing what its steps ask for. */
import { beforeAll, describe, expect, it } from "vitest";
import { withHidden, withModel, withOutput } from "../../edits/edit-model";
import { asInTheBook } from "../../edits/plain-descent";
import { Engine, type Experiment, type Frame } from "../../engine/engine";
import { englishName } from "../../i18n/words";
import { PICTURES, type PictureName } from "../../pictures";
import { titleOf } from "../../pictures/picture";
import { startTestCore } from "../../state/core.testing";
import { isReached } from "./goal";
import type { Said, Step } from "./lesson";
import { readIndex, readLesson } from "./read-lesson";
import { filled, readingsOf } from "./readings";
import { type Beginning, beginningsOf } from "./start";
import { pictureOf } from "./targets";

beforeAll(startTestCore);

const TEXTS = import.meta.glob<string>("../../../public/lessons/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

function textOf(file: string): string {
  return TEXTS[`../../../public/lessons/${file}`] ?? "";
}

/** The longest time that a learner may have to play before reaching a goal, in seconds. */
const PATIENCE = 60;

/** A run as on the page, observed by a step of a lesson. */
class Learner {
  readonly #engine: Engine;
  #experiment: Experiment;
  #step: Step;
  #begun: Experiment;
  #updatesPerFrame = 1;
  #rateChanged = false;
  #tries = 0;

  constructor(first: Step, { experiment, speed }: Beginning) {
    this.#engine = Engine.of(experiment);
    this.#experiment = experiment;
    this.#begun = experiment;
    this.#step = first;
    this.#speedUp(speed);
  }

  get experiment(): Experiment {
    return this.#experiment;
  }

  get frame(): Frame {
    return this.#engine.frame();
  }

  get reached(): boolean {
    const attempt = {
      experiment: this.#experiment,
      frame: this.frame,
      diagnosis: this.#engine.diagnosis(),
      rateChanged: this.#rateChanged,
      begun: this.#begun,
    };
    return isReached(this.#step.goal.when, attempt);
  }

  /** The step's explanation, in both languages. */
  get explanations(): string[] {
    const moment = { experiment: this.#experiment, frame: this.frame, tries: this.#tries };
    const { zh, en } = this.#step.explain;
    const readings = readingsOf([zh, en], moment);
    return [filled(zh, readings, (name) => name), filled(en, readings, englishName)];
  }

  /** Goes to a step with the present run, unless the step has its own start or its goal is reached already. */
  go(step: Step, { experiment, speed }: Beginning): void {
    this.#step = step;
    this.#begun = this.#experiment;
    this.#tries = 0;
    if (step.start === null && !this.reached) return;
    this.change(() => experiment);
    this.#begun = experiment;
    this.#speedUp(speed);
  }

  /** Plays at the lesson's speed until the goal is reached; the page would pause a run that diverges or is stuck before. */
  play(): void {
    const frames = PATIENCE * 60;
    for (let frame = 0; frame < frames && !this.reached; frame += 1) {
      this.#engine.step(this.#updatesPerFrame);
      const { kind } = this.#engine.diagnosis();
      if (kind === "diverged" || kind === "stuck") return;
    }
  }

  train(updates: number): void {
    this.#engine.step(updates);
  }

  /** Changes data, model or training, which restarts the run. */
  change(edit: (experiment: Experiment) => Experiment): void {
    this.#experiment = edit(this.#experiment);
    this.#engine.load(this.#experiment);
    this.#rateChanged = false;
  }

  setRate(learning_rate: number): void {
    const { training } = this.#experiment;
    this.#rateChanged ||= this.frame.updates > 0;
    this.#engine.setLearningRate(learning_rate);
    this.#experiment = { ...this.#experiment, training: { ...training, learning_rate } };
  }

  reset(): void {
    this.#engine.reset();
    this.#rateChanged = false;
  }

  setWeight(index: number, value: number): void {
    this.#engine.setParameter(index, value);
    this.#tries += 1;
  }

  free(): void {
    this.#engine.free();
  }

  #speedUp(updatesPerSecond: number): void {
    this.#updatesPerFrame = Math.max(1, Math.round(updatesPerSecond / 60));
  }
}

type Act = (learner: Learner) => void;
const play: Act = (learner) => learner.play();
const train =
  (updates: number): Act =>
  (learner) =>
    learner.train(updates);
const playAtRate =
  (rate: number): Act =>
  (learner) => {
    learner.setRate(rate);
    learner.reset();
    learner.play();
  };
const playWith =
  (edit: (experiment: Experiment) => Experiment): Act =>
  (learner) => {
    learner.change(edit);
    learner.play();
  };
const units =
  (count: number) =>
  (experiment: Experiment): Experiment =>
    withHidden(
      experiment,
      experiment.model.hidden.map((layer) => ({ ...layer, units: count })),
    );

/** What a learner does in each step of each lesson. */
const ACTS: Readonly<Record<string, readonly Act[]>> = {
  "01-weights.json": [train(1), play, play, playWith(asInTheBook)],
  "02-learning-rate.json": [play, playAtRate(0.00001), playAtRate(0.0001), playAtRate(0.00004)],
  "03-two-students.json": [play, play, play],
  "04-sum-to-one.json": [train(1), play, playWith((experiment) => withModel(experiment, { weights: "free" }))],
  "05-search.json": [
    (learner) => {
      for (const index of [0, 1, 2]) learner.setWeight(index, 0.33);
    },
    (learner) => {
      learner.reset();
      learner.play();
    },
    play,
  ],
  "06-scaling.json": [play, playWith((experiment) => ({ ...experiment, scaling: "divide_by_100" }))],
  "07-award.json": [play, play],
  "08-no-bias.json": [play, playWith((experiment) => withModel(experiment, { bias: true })), play],
  "09-honours.json": [play, play, play],
  "10-two-outputs.json": [play, playWith((experiment) => withOutput(experiment, "softmax")), playAtRate(0.05)],
  "11-xor.json": [
    train(1200),
    playWith((experiment) => withHidden(experiment, [{ units: 4, activation: "tanh" }])),
    (learner) => {
      learner.change(units(2));
      learner.train(1200);
    },
  ],
  "12-linear-layers.json": [
    train(1200),
    train(1200),
    playWith((experiment) =>
      withHidden(
        experiment,
        experiment.model.hidden.map((layer, index) => (index === 1 ? { ...layer, activation: "tanh" } : layer)),
      ),
    ),
  ],
  "13-overfitting.json": [play, play, playWith(units(2))],
  "14-luck.json": [
    train(2000),
    playWith((experiment) => ({ ...experiment, training: { ...experiment.training, seed: 2 } })),
    playWith(units(8)),
  ],
};

/** The pictures that a text names: “网络”, 网络图, S 曲线. A weight is no picture of weights. */
function namedIn({ zh }: Said, experiment: Experiment): PictureName[] {
  const isNamed = (title: string): boolean =>
    [`“${title}”`, `${title}图`, ...(/[图线面]$/.test(title) ? [title] : [])].some((name) => zh.includes(name));
  return PICTURES.filter((picture) => isNamed(titleOf(picture, experiment).zh)).map(({ name }) => name);
}

/** What a step names and points at is on the stage, and has something to show. */
function expectStaged({ stage, run, predict }: Step, experiment: Experiment): void {
  expect(stage.length).toBeGreaterThan(0);
  for (const name of stage) {
    const picture = PICTURES.find((one) => one.name === name);
    expect(picture?.empty?.(experiment) ?? null).toBeNull();
  }
  const named = [run.text, ...(predict ? [predict.question] : [])].flatMap((said) => namedIn(said, experiment));
  const pointed = run.at.flatMap((target) => pictureOf(target)?.name ?? []);
  expect(stage).toEqual(expect.arrayContaining([...named, ...pointed]));
}

const FILES = readIndex(textOf("index.json"));

it("there is something to do in every step of every lesson", () => {
  for (const file of FILES) expect(ACTS[file]).toHaveLength(readLesson(textOf(file)).steps.length);
  expect(FILES).toHaveLength(14);
});

describe.each(FILES)("%s", (file) => {
  it("can be completed, needs an action for every goal, and has all its readings", () => {
    const lesson = readLesson(textOf(file));
    const { steps } = lesson;
    const beginnings = beginningsOf(lesson);
    const learner = new Learner(steps[0] as Step, beginnings[0] as Beginning);
    for (const [index, step] of steps.entries()) {
      learner.go(step, beginnings[index] as Beginning);
      expect(learner.reached, `step ${index + 1} before anything is done`).toBe(false);
      expectStaged(step, learner.experiment);
      ACTS[file]?.[index]?.(learner);
      expect(learner.reached, `step ${index + 1}`).toBe(true);
      // A missing number is shown as a dash; an unknown reading keeps its braces.
      for (const text of learner.explanations) expect(text).not.toMatch(/[{}]|–\s|NaN|Infinity|∞|undefined/);
    }
    learner.free();
  });
});
