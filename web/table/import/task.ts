/** A task for the file tools under the table. */
export type FileTask =
  | { readonly kind: "make" }
  | { readonly kind: "save" }
  | { readonly kind: "file"; readonly file: File }
  /** A paste outside all fields and cells. */
  | { readonly kind: "paste"; readonly plain: string; readonly html: string; readonly file: File | null };
