/** Adds, renames and removes classes of the table. */
import type { Experiment, Student } from "../engine/engine";
import { fitModel } from "./fit";

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
  return { ...experiment, table: { ...table, classes: table.classes.with(index, name), students } };
}

function retargeted(students: readonly Student[], from: string | undefined, to: string | null): Student[] {
  return students.map((student) => (student.target === from ? { ...student, target: to } : student));
}
