/** Values read from a file written by a person. Each knows its path, so that an error can name it. */
import { type EngineError, quoted } from "../../engine/engine";

export type FaultRule =
  | { readonly kind: "file"; readonly status: string }
  | { readonly kind: "too_large"; readonly bytes: number; readonly most: number }
  | { readonly kind: "json"; readonly message: string }
  | { readonly kind: "expected"; readonly what: Expected }
  | { readonly kind: "missing" }
  | { readonly kind: "unknown_field"; readonly known: readonly string[] }
  | { readonly kind: "one_of"; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: "core"; readonly error: EngineError };

export type Expected =
  | "object"
  | "list"
  | "text"
  | "number"
  | "plain"
  | "choice_number"
  | "range"
  | "path"
  | "pictures";

/** An error in a lesson file with its path, such as `steps[1].goal.when.loss`. */
export class LessonFault extends Error {
  constructor(
    readonly path: string,
    readonly rule: FaultRule,
  ) {
    super(`${path}: ${rule.kind}`);
    this.name = "LessonFault";
  }
}

export class Written {
  constructor(
    readonly value: unknown,
    readonly path: string,
  ) {}

  fault(rule: FaultRule): LessonFault {
    return new LessonFault(this.path, rule);
  }

  expected(what: Expected): LessonFault {
    return this.fault({ kind: "expected", what });
  }

  /** An object with no fields other than these, so that a misspelt field is an error. */
  fields(known?: readonly string[]): Readonly<Record<string, unknown>> {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.expected("object");
    const unknown = known && Object.keys(value).find((name) => !known.includes(name));
    if (known && unknown !== undefined) throw this.at(unknown).fault({ kind: "unknown_field", known });
    return value as Readonly<Record<string, unknown>>;
  }

  /** A required field. */
  field(name: string): Written {
    const field = this.optional(name);
    if (field === null) throw this.at(name).fault({ kind: "missing" });
    return field;
  }

  /** An optional field. */
  optional(name: string): Written | null {
    const value = this.fields()[name];
    return value === undefined ? null : new Written(value, this.at(name).path);
  }

  /** All fields of an object with arbitrary names. */
  entries(): [string, Written][] {
    return Object.entries(this.fields()).map(([name, value]) => [name, new Written(value, this.at(name).path)]);
  }

  list<Item>(read: (item: Written) => Item): Item[] {
    if (!Array.isArray(this.value) || this.value.length === 0) throw this.expected("list");
    return this.value.map((item, index) => read(new Written(item, `${this.path}[${index}]`)));
  }

  text(): string {
    if (typeof this.value !== "string" || this.value.trim() === "") throw this.expected("text");
    return this.value;
  }

  number(): number {
    if (typeof this.value !== "number") throw this.expected("number");
    return this.value;
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) throw this.notOneOf(choices);
    return found;
  }

  notOneOf(choices: readonly string[], value = this.value): LessonFault {
    // A list or an object may be huge.
    const shown =
      typeof value === "object" && value !== null ? "…" : typeof value === "string" ? quoted(value) : String(value);
    return this.fault({ kind: "one_of", value: shown, choices });
  }

  private at(name: string): Written {
    return new Written(undefined, this.path === "" ? name : `${this.path}.${name}`);
  }
}
