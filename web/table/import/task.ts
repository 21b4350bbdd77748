/** What a person asks of the tools under the table. */
export type FileTask =
  | { readonly kind: "make" }
  | { readonly kind: "save" }
  | { readonly kind: "file"; readonly file: File }
  /** A paste where no field and no cell takes it. */
  | { readonly kind: "paste"; readonly plain: string; readonly html: string; readonly file: File | null };
