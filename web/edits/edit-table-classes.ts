/** Adds, renames, removes and swaps classes of the table. */
import type { Experiment, Initial, Model, Student, Table } from "../engine/engine";
import { fitModel, startFor } from "./fit";

/** Adds an empty class at the end. */
export function withNewClass(experiment: Experiment, name: string): Experiment {
  const { table } = experiment;
  return fitModel(experiment, { ...table, classes: [...table.classes, name] });
}

/** Removes a class; its students are to be predicted. */
export function withoutClass(experiment: Experiment, index: number): Experiment {
  const { table } = experiment;
  const name = table.classes[index];
  return fitModel(experiment, {
    ...table,
    classes: table.classes.filter((_, other) => other !== index),
    students: retargeted(table.students, name, null),
  });
}

/** Renames a class; its students stay in it. */
export function withClassName(experiment: Experiment, index: number, name: string): Experiment {
  const { table } = experiment;
  const students = retargeted(table.students, table.classes[index], name);
  const classes = table.classes.map((other, place) => (place === index ? name : other));
  return { ...experiment, table: { ...table, classes, students } };
}

/** The table with the other one of its two classes as the yes, which is the second; any other table as it is. */
export function swappedClasses(table: Table): Table {
  return table.classes.length === 2 ? { ...table, classes: [...table.classes].reverse() } : table;
}

/**
 * Makes the other one of two classes the yes; every student stays in the same class. Given weights are changed with it, so
 * that the machine starts out saying the same of each student.
 */
export function withSwappedClasses(experiment: Experiment): Experiment {
  const { table, model } = experiment;
  if (table.classes.length !== 2) return experiment;
  // The same model where nothing in it changes, which is how a change of the table alone is known.
  const initial = swappedStart(model);
  const swapped = initial === model.initial ? model : { ...model, initial };
  return { ...experiment, table: swappedClasses(table), model: swapped };
}

/**
 * Given weights with which the output says of the other class what it said of the yes: two outputs change places, and a
 * sigmoid p becomes 1 − p where its sum is negated. For a linear p the bias becomes 1 − b too. Replaced where that cannot
 * be: weights with a sum of one cannot be negated, and 1 − p of a linear output needs a bias.
 */
function swappedStart(model: Model): Initial {
  const { initial, hidden, output } = model;
  if (initial.kind !== "given") return initial;
  const last = initial.layers.at(-1);
  if (last === undefined) return initial;
  const { weights, biases } = last;
  const replaced = (layer: typeof last): Initial => ({ ...initial, layers: [...initial.layers.slice(0, -1), layer] });
  if (output === "softmax") return replaced({ weights: [...weights].reverse(), biases: [...biases].reverse() });
  const constrained = model.weights === "sum_to_one" && hidden.length === 0;
  if (constrained || (output === "linear" && !model.bias)) return startFor(model);
  const one = output === "linear" ? 1 : 0;
  return replaced({
    weights: weights.map((row) => row.map((weight) => -weight)),
    biases: biases.map((bias) => one - bias),
  });
}

function retargeted(students: readonly Student[], from: string | undefined, to: string | null): Student[] {
  return students.map((student) => (student.target === from ? { ...student, target: to } : student));
}
