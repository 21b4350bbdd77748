/** A choice of a select. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly name: string;
  /** Why it cannot be chosen now. */
  readonly obstacle?: string | undefined;
}
