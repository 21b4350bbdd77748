/** The names in a table, for the sentence that says what is wrong with a value in it. */

export interface TableNames {
  readonly subjects: readonly string[];
  readonly target: string;
  readonly students: readonly { readonly name: string }[];
}

/** The names in an experiment that may be of any form, since the core has refused it; empty where there are none. */
export function tableNamesOf(experiment: unknown): TableNames {
  const table = field(experiment, "table");
  return {
    subjects: list(field(table, "subjects")).map(text),
    target: text(field(table, "target")),
    students: list(field(table, "students")).map((student) => ({ name: text(field(student, "name")) })),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
