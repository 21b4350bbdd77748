/** A subject or a class of the table. */
export interface Part {
  readonly kind: "subjects" | "classes";
  readonly index: number;
}
