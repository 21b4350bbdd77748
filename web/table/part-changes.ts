/** Adds and removes subjects and classes, each as one change that can be undone. */

import { withNewClass, withoutClass, withSwappedClasses } from "../edits/edit-table-classes";
import { irrelevantScores, withNewSubject, withoutSubject } from "../edits/edit-table-subjects";
import { freeName } from "../edits/names";
import type { Experiment } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import type { Part } from "./part";

/** Adds a subject in which every student has the same score; returns it, so that it can be named. */
export function addSubject(store: Store): Part | null {
  const { subjects } = store.document.experiment.table;
  const next = withNewSubject(store.document.experiment, freeName(subjects, m.data.newSubject), []);
  return take(store, next, "subjects") ? { kind: "subjects", index: subjects.length } : null;
}

/** Adds a subject whose scores are independent of the target. */
export function addIrrelevant(store: Store): void {
  const { table, training } = store.document.experiment;
  // The seed depends on the number of subjects, so that trying again gives the same scores.
  const scores = irrelevantScores(table.students.length, training.seed + table.subjects.length);
  take(
    store,
    withNewSubject(store.document.experiment, freeName(table.subjects, m.data.irrelevantName), scores),
    "subjects",
  );
}

/** Adds a class; returns it, so that it can be named. */
export function addClass(store: Store): Part | null {
  const { classes } = store.document.experiment.table;
  const next = withNewClass(store.document.experiment, freeName(classes, m.data.newClass));
  return take(store, next, "classes") ? { kind: "classes", index: classes.length } : null;
}

/** Makes the other one of two classes the yes. */
export function swapClasses(store: Store): void {
  take(store, withSwappedClasses(store.document.experiment), "classes");
}

export function removePart(store: Store, { kind, index }: Part): void {
  const without = kind === "subjects" ? withoutSubject : withoutClass;
  take(store, without(store.document.experiment, index), kind);
}

function take(store: Store, next: Experiment, kind: Part["kind"]): boolean {
  return store.document.change(next, { at: `table.${kind}` });
}
