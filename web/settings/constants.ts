/** The constants of a choice such as an optimizer: its numeric fields. */
import type { FieldPath } from "../i18n/options";

type Choice = { readonly kind: string };

/** The names of the numeric fields of every variant of a choice. */
type Constant<Variants extends Choice> = Variants extends Choice
  ? { [Key in keyof Variants]: Variants[Key] extends number ? Key : never }[keyof Variants] & string
  : never;

export interface ConstantField<Variants extends Choice, Path extends string> {
  readonly key: Constant<Variants>;
  readonly value: number;
  /** Its path in the experiment. */
  readonly at: `${Path}.${Constant<Variants>}` & FieldPath;
}

export function constantsOf<Variants extends Choice, Path extends string>(
  path: Path,
  choice: Variants,
): ConstantField<Variants, Path>[] {
  const fields = Object.entries(choice) as [Constant<Variants>, unknown][];
  return fields.flatMap(([key, value]) =>
    typeof value === "number" ? [{ key, value, at: `${path}.${key}` as ConstantField<Variants, Path>["at"] }] : [],
  );
}

export function withConstant<Variants extends Choice>(
  choice: Variants,
  key: Constant<Variants>,
  value: number,
): Variants {
  return { ...choice, [key]: value };
}
