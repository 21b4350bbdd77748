/** How a field of a view is read, and what is said of one that does not fit. */
import type { Experiment } from "../engine/engine";
import type { Text } from "../i18n/i18n.svelte";

/** Why a part of a view is not shown. */
export type ViewRule =
  | {
      readonly kind:
        | "field"
        | "form"
        | "picture"
        | "twice"
        | "subject"
        | "score"
        | "parameter"
        | "range"
        | "student"
        | "choice"
        | "lock";
    }
  | { readonly kind: "empty"; readonly title: Text; readonly reason: Text };

/** A part of a view that is not shown: its place, such as `view.axes[0]`, and the value there. */
export interface ViewFault {
  readonly place: string;
  readonly value: string;
  readonly rule: ViewRule;
}

/** What one field of a view may need to know, and where it says what is wrong. */
export interface Reading {
  readonly experiment: Experiment;
  /** Whether pictures are taken that have nothing to show. */
  readonly empty: boolean;
  readonly note: (place: string, value: unknown, rule: ViewRule) => void;
}
export type Readers<Part> = {
  readonly [Field in keyof Part]-?: (value: unknown, reading: Reading) => Part[Field] | undefined;
};

export function yesOrNo(value: unknown, place: string, note: Reading["note"]): boolean | undefined {
  if (typeof value === "boolean") return value;
  note(place, value, { kind: "form" });
}
