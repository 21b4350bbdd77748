/** A task for the file tools under the table. */
export type FileTask =
  | { readonly kind: "make" }
  | { readonly kind: "save" }
  | { readonly kind: "file"; readonly file: File }
  /** A place to paste into is asked for. */
  | { readonly kind: "askPaste" }
  /** A paste outside all fields and cells. */
  | ({ readonly kind: "paste" } & Pasted);

/** What a paste holds. */
export interface Pasted {
  readonly plain: string;
  readonly html: string;
  readonly file: File | null;
}
