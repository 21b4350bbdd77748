/** A named number at a point of a picture, as text. */
export interface Reading {
  readonly name: string;
  readonly value: string;
}
