/** One step's numbers by name, for one student, one neuron and one of its weights. */
import type { Experiment, LayerNumbers, UpdateInput } from "../../engine/engine";
import type { Explanation } from "../../engine/lab";
import { localName } from "../../i18n/words";
import { shortName } from "../../ui/short-name";
import type { ParameterNames } from "../shared/parameter-names";
import { biasIndex, weightIndex } from "../shared/parameters";
import { evaluate, type Formula, type Letter, letter, product, sum } from "./formula";
import type { ArithmeticWords } from "./words";

/** What the arithmetic follows. */
export interface Focus {
  /** A place in the batch. */
  readonly student: number;
  readonly layer: number;
  readonly unit: number;
  /** An input of the neuron; −1 = its bias. */
  readonly from: number;
}

/** A neuron of a network. */
export interface Neuron {
  readonly layer: number;
  readonly unit: number;
}

/** The most terms that a sum is written out with. */
const MAX_TERMS = 6;

export class Step {
  /** The output that is followed: the chosen one, else the student's own class. */
  readonly output: number;
  /** The neuron that is followed, one in each layer behind it, and the output. */
  readonly path: readonly Neuron[];

  constructor(
    readonly experiment: Experiment,
    /** The network's shape. */
    readonly layers: readonly LayerNumbers[],
    readonly updateInput: UpdateInput,
    readonly explanation: Explanation,
    readonly focus: Focus,
    readonly names: ParameterNames,
    readonly words: ArithmeticWords,
    /** A student's name, by its row in the table. */
    readonly nameOf: (row: number) => string,
  ) {
    this.output = focus.layer === this.last ? focus.unit : Math.max(0, this.ownClass);
    this.path = layers
      .map((_, layer) => ({ layer, unit: layer === focus.layer ? focus.unit : layer === this.last ? this.output : 0 }))
      .slice(focus.layer);
  }

  get last(): number {
    return this.layers.length - 1;
  }
  get inputs(): number {
    return this.layers[0]?.inputs ?? 0;
  }
  get outputs(): number {
    return this.layers[this.last]?.units ?? 1;
  }
  get sumsToOne(): boolean {
    return this.experiment.model.weights === "sum_to_one";
  }
  /** Whether the parameter that is followed is a free one, of which softmax makes a weight. */
  get isFree(): boolean {
    return this.sumsToOne && this.focus.layer === 0 && this.focus.from >= 0;
  }
  /** Whether the parameter that is followed is penalised. */
  get isPenalised(): boolean {
    const { l1, l2 } = this.experiment.training;
    return this.focus.from >= 0 && (l1 !== 0 || l2 !== 0);
  }
  /** The students of the batch. */
  get batch(): number {
    return this.updateInput.students.length;
  }
  /** The output of the student's own class; −1 where targets are no classes. */
  get ownClass(): number {
    return this.outputs > 1 ? this.allOutputs().findIndex((output) => this.targetAt(output) > 0.5) : -1;
  }
  allInputs(): number[] {
    return Array.from({ length: this.inputs }, (_, input) => input);
  }
  allOutputs(): number[] {
    return Array.from({ length: this.outputs }, (_, output) => output);
  }

  /** What is to be predicted. */
  get targetName(): string {
    return shortName(localName(this.experiment.table.target));
  }
  student(place = this.focus.student): string {
    return this.nameOf(this.updateInput.students[place] ?? 0);
  }
  neuron(layer: number, unit: number): string {
    return this.names.unit({ layer, unit });
  }
  source(layer: number, from: number): string {
    return this.names.input(layer, from);
  }
  /** The parameter that is followed, in words. */
  get name(): string {
    return this.names.parameter(this.focus);
  }

  /** Where a weight or, for −1, a bias stands among the parameters; −1 in a model without biases. */
  index(layer: number, unit: number, from: number): number {
    if (from >= 0) return weightIndex(this.layers, layer, unit, from);
    return this.layers[layer]?.biases.length ? biasIndex(this.layers, layer, unit) : -1;
  }
  /** Of numbers that there is one of a parameter, that of the parameter which is followed. */
  own(numbers: ArrayLike<number>): number {
    const { layer, unit, from } = this.focus;
    return at(numbers, this.index(layer, unit, from));
  }
  units(layer: number): number {
    return this.layers[layer]?.units ?? 1;
  }

  scale(input: number): number {
    return this.explanation.scales[input] ?? 1;
  }
  shift(input: number): number {
    return this.explanation.shifts[input] ?? 0;
  }
  sumAt(layer: number, unit: number): number {
    return this.#pass(this.explanation.layers[layer]?.sums, layer, this.focus.student, unit);
  }
  valueAt(layer: number, unit: number, place = this.focus.student): number {
    return this.#pass(this.explanation.layers[layer]?.values, layer, place, unit);
  }
  deltaAt(layer: number, unit: number, place = this.focus.student): number {
    return this.#pass(this.explanation.layers[layer]?.deltas, layer, place, unit);
  }
  #pass(numbers: Float32Array | undefined, layer: number, place: number, unit: number): number {
    return at(numbers, place * this.units(layer) + unit);
  }
  targetAt(output: number): number {
    return at(this.explanation.targets, this.focus.student * this.outputs + output);
  }
  featureAt(input: number, place = this.focus.student): number {
    return at(this.explanation.features, place * this.inputs + input);
  }
  /** A weight as its layer multiplies with it, or a bias. */
  usedAt(layer: number, unit: number, from: number): number {
    return at(this.explanation.used, this.index(layer, unit, from));
  }

  // Letters. Without a student's number they are those of the student that is followed.

  /** A letter of a neuron, with its layer and its place there where there are several. */
  #ofNeuron(name: string, layer: number, unit: number, meaning: string): Letter {
    const below = this.units(layer) > 1 ? String(unit + 1) : undefined;
    return { name, below, above: this.last > 0 ? `(${layer + 1})` : undefined, meaning };
  }
  /** A letter of a weight. */
  #ofWeight(name: string, layer: number, unit: number, from: number, meaning: string): Letter {
    const { below, above } = this.#ofNeuron(name, layer, unit, meaning);
    return { name, below: below === undefined ? String(from + 1) : `${below},${from + 1}`, above, meaning };
  }
  /** A letter for a student: of another one than is followed it has that student's number. */
  #ofStudent(place: number, of: Letter): Letter {
    const meaning = this.words.means.of(this.student(place), of.meaning);
    if (place === this.focus.student) return { ...of, meaning };
    return { ...of, below: of.below === undefined ? String(place + 1) : `${of.below},${place + 1}`, meaning };
  }

  featureLetter(input: number, place = this.focus.student): Letter {
    const meaning = this.words.means.feature(this.source(0, input));
    return this.#ofStudent(place, { name: "x", below: String(input + 1), meaning });
  }
  /** What a layer is given of a student. */
  incoming(layer: number, from: number, place = this.focus.student): Formula {
    if (layer > 0) return this.value(layer - 1, from, place);
    return letter(this.featureLetter(from, place), this.featureAt(from, place));
  }
  incomingAt(layer: number, from: number, place = this.focus.student): number {
    return layer > 0 ? this.valueAt(layer - 1, from, place) : this.featureAt(from, place);
  }

  /** A weight as its layer multiplies with it; for −1 the bias. */
  weightLetter(layer: number, unit: number, from: number): Letter {
    const { means } = this.words;
    const to = this.neuron(layer, unit);
    if (from < 0) return this.#ofNeuron("b", layer, unit, means.bias(to));
    return this.#ofWeight("w", layer, unit, from, means.weight(this.source(layer, from), to));
  }
  weight(layer: number, unit: number, from: number): Formula {
    return letter(this.weightLetter(layer, unit, from), this.usedAt(layer, unit, from));
  }
  /** A weight of the followed neuron for raw scores; where these are not scaled, it is what they are multiplied with. */
  rawLetter(input: number): Letter {
    const { unit } = this.focus;
    if (this.scale(input) === 1) return this.weightLetter(0, unit, input);
    return this.#ofWeight(
      "p",
      0,
      unit,
      input,
      this.words.means.raw(this.names.parameter({ layer: 0, unit, from: input })),
    );
  }
  /** A free parameter of the followed neuron, of which softmax makes a weight. */
  freeLetter(input: number): Letter {
    return this.#ofWeight("v", 0, this.focus.unit, input, this.words.means.free(this.source(0, input)));
  }
  /** The parameter that is trained: a weight, a bias, or under the constraint a free parameter. */
  get parameterLetter(): Letter {
    const { layer, unit, from } = this.focus;
    return this.isFree ? this.freeLetter(from) : this.weightLetter(layer, unit, from);
  }
  /** The slope of the mean loss by a weight of the followed neuron as its layer uses it, or for raw scores. */
  slopeLetter(name: "G" | "h", input: number): Letter {
    const of = name === "G" ? this.weightLetter(0, this.focus.unit, input) : this.rawLetter(input);
    return { ...of, name, meaning: this.words.means.slope(of.meaning) };
  }
  /** What the optimiser is given; `bare`: before the penalties. */
  gradientLetter(bare = false): Letter {
    const { means } = this.words;
    if (bare) return { name: "g", below: "0", meaning: means.slope(this.parameterLetter.meaning) };
    return { name: "g", meaning: means.gradient(this.parameterLetter.meaning) };
  }
  /** What a subject's scores are divided by. */
  divisor(input: number): Formula {
    const meaning = this.words.means.divisor(this.source(0, input));
    return letter({ name: "D", below: String(input + 1), meaning }, this.scale(input));
  }
  /** What is taken off a subject's scores. */
  mean(input: number): Formula {
    const meaning = this.words.means.mean(this.source(0, input));
    return letter({ name: "M", below: String(input + 1), meaning }, this.shift(input));
  }

  sumLetter(layer: number, unit: number): Letter {
    const meaning = this.words.means.sum(this.neuron(layer, unit));
    return this.#ofStudent(this.focus.student, this.#ofNeuron("z", layer, unit, meaning));
  }
  sum(layer: number, unit: number): Formula {
    return letter(this.sumLetter(layer, unit), this.sumAt(layer, unit));
  }
  /** What a neuron makes of its sum: an output's is a prediction. */
  valueLetter(layer: number, unit: number, place = this.focus.student): Letter {
    if (layer === this.last) return this.#ofOutput("y", unit, this.words.means.prediction(this.neuron(layer, unit)));
    return this.#ofStudent(place, this.#ofNeuron("a", layer, unit, this.words.means.value(this.neuron(layer, unit))));
  }
  /** A letter of an output, which has no layer. */
  #ofOutput(name: string, output: number, meaning: string): Letter {
    return this.#ofStudent(this.focus.student, {
      ...this.#ofNeuron(name, this.last, output, meaning),
      above: undefined,
    });
  }
  value(layer: number, unit: number, place = this.focus.student): Formula {
    return letter(this.valueLetter(layer, unit, place), this.valueAt(layer, unit, place));
  }
  prediction(output: number): Formula {
    return this.value(this.last, output);
  }
  target(output: number): Formula {
    const of = this.#ofOutput("t", output, this.words.means.target(this.neuron(this.last, output)));
    return letter(of, this.targetAt(output));
  }
  /** The slope of a student's loss by an output. */
  residualLetter(output: number): Letter {
    return this.#ofOutput("c", output, this.words.means.residualSlope(this.neuron(this.last, output)));
  }
  /** A student's own loss. */
  lossLetter(place = this.focus.student): Letter {
    return this.#ofStudent(place, { name: "ℓ", meaning: this.words.means.loss });
  }
  lossAt(place = this.focus.student): number {
    return at(this.explanation.losses, place);
  }
  deltaLetter(layer: number, unit: number, place = this.focus.student): Letter {
    const meaning = this.words.means.delta(this.neuron(layer, unit));
    return this.#ofStudent(place, this.#ofNeuron("δ", layer, unit, meaning));
  }
  delta(layer: number, unit: number, place = this.focus.student): Formula {
    return letter(this.deltaLetter(layer, unit, place), this.deltaAt(layer, unit, place));
  }

  /** The number of outputs. */
  get outputCount(): Formula {
    return letter({ name: "K", meaning: this.words.means.outputs }, this.outputs);
  }
  /** What a mean over the batch, and over the outputs where the loss is one, is divided by: nothing where it is 1. */
  counts(overOutputs: boolean): Formula[] {
    const students = letter({ name: "n", meaning: this.words.means.students }, this.batch);
    return [...(this.batch > 1 ? [students] : []), ...(overOutputs && this.outputs > 1 ? [this.outputCount] : [])];
  }

  /** The sum of some terms, which is part of what `of` stands for: of many, `kept` and what the others come to. */
  total(of: Letter, terms: readonly Formula[], kept: number, ...more: Formula[]): Formula {
    const own = terms[kept];
    if (isWrittenOut(terms) || own === undefined) return sum(...terms, ...more);
    const rest = terms.reduce((total, term) => (term === own ? total : total + evaluate(term)), 0);
    return sum(own, this.#others(of, terms.length - 1, rest), ...more);
  }
  /** The same of a term a student, which `value` works out without a formula: there may be thousands. */
  totalOfStudents(of: Letter, term: (place: number) => Formula, value: (place: number) => number): Formula {
    const places = Array.from(this.updateInput.students, (_, place) => place);
    if (isWrittenOut(places)) return sum(...places.map(term));
    const { student } = this.focus;
    const rest = places.reduce((total, place) => (place === student ? total : total + value(place)), 0);
    return sum(term(student), this.#others(of, this.batch - 1, rest));
  }
  #others(of: Letter, count: number, value: number): Formula {
    return letter({ ...of, name: "R", below: `${of.name}${of.below ?? ""}`, meaning: this.words.others(count) }, value);
  }
}

/** Whether a sum is short enough to be written out. */
export function isWrittenOut(terms: readonly unknown[]): boolean {
  return terms.length <= MAX_TERMS;
}

/** The products of some letters and the others of the same place. */
export function products(first: readonly Formula[], second: readonly Formula[]): Formula[] {
  return first.map((factor, index) => product(factor, second[index] ?? factor));
}

function at(numbers: ArrayLike<number> | undefined, index: number): number {
  return numbers?.[index] ?? Number.NaN;
}
