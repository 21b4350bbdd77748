/** Where a picture is opened. */
import type { Preset } from "../engine/engine";
import type { Pictures } from "../state/pictures.svelte";
import { PICTURES, type PictureName } from ".";

/** Opens a picture in the column with more room. Pictures that are open stay where they are, since one may be in use. */
export function openPicture(pictures: Pictures, preset: Preset, name: PictureName): void {
  if (pictures.isOpen(preset, name)) return;
  const [left, right] = pictures.columns(preset);
  const withName = (column: readonly string[]): string[] =>
    PICTURES.map((picture) => picture.name).filter((other) => other === name || column.includes(other));
  pictures.set(preset, heightOf(left) <= heightOf(right) ? [withName(left), right] : [left, withName(right)]);
}

function heightOf(column: readonly string[]): number {
  return PICTURES.reduce((sum, { name, height }) => (column.includes(name) ? sum + height : sum), 0);
}
