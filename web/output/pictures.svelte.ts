/** Which pictures are open, case by case. */
import type { Experiment, Preset } from "../engine/engine";

/** In the order in which they stand. */
export const PICTURE_NAMES = ["boundary", "weights", "network", "curve", "triangle", "surface", "metrics"] as const;
export type PictureName = (typeof PICTURE_NAMES)[number];

/** What a case's learner meets first; the rest is a click away. */
const AT_FIRST: Readonly<Record<Preset, readonly PictureName[]>> = {
  weights: ["boundary", "weights"],
  award: ["boundary", "weights"],
  honours: ["boundary", "weights"],
  layers: ["boundary", "network"],
};

export class Pictures {
  #open = $state.raw(AT_FIRST);

  /** The pictures that are open in a case, in their order. */
  open(preset: Preset): readonly PictureName[] {
    return this.#open[preset];
  }

  isOpen(preset: Preset, picture: PictureName): boolean {
    return this.#open[preset].includes(picture);
  }

  show(preset: Preset, picture: PictureName): void {
    const open = this.#open[preset];
    this.#set(
      preset,
      PICTURE_NAMES.filter((name) => name === picture || open.includes(name)),
    );
  }

  close(preset: Preset, picture: PictureName): void {
    this.#set(
      preset,
      this.#open[preset].filter((name) => name !== picture),
    );
  }

  #set(preset: Preset, pictures: readonly PictureName[]): void {
    this.#open = { ...this.#open, [preset]: pictures };
  }
}

/** How high each picture is, in rows of text. */
const HEIGHTS: Readonly<Record<PictureName, number>> = {
  boundary: 28,
  weights: 12,
  network: 18,
  curve: 16,
  triangle: 22,
  surface: 24,
  metrics: 16,
};

/** Two columns of about the same height: each picture goes where there is more room. What trains moves no picture. */
export function columnsOf(pictures: readonly PictureName[]): readonly [readonly PictureName[], readonly PictureName[]] {
  const columns: [PictureName[], PictureName[]] = [[], []];
  const heights = [0, 0];
  for (const picture of pictures) {
    const column = (heights[0] ?? 0) <= (heights[1] ?? 0) ? 0 : 1;
    columns[column].push(picture);
    heights[column] = (heights[column] ?? 0) + HEIGHTS[picture];
  }
  return columns;
}

/** Why a picture has nothing to show of a model; null where it has. */
export type Obstacle = "hasLayers" | "noCurve" | "noTriangle";

export function obstacleOf(picture: PictureName, { model, table }: Experiment): Obstacle | null {
  switch (picture) {
    case "weights":
      return model.hidden.length > 0 ? "hasLayers" : null;
    case "curve":
      return model.hidden.length === 0 && model.output !== "sigmoid" ? "noCurve" : null;
    case "triangle":
      return hasTriangle({ model, table }) ? null : "noTriangle";
    default:
      return null;
  }
}

/** Three weights that sum to one, or three probabilities. */
function hasTriangle({ model, table }: Pick<Experiment, "model" | "table">): boolean {
  if (table.classes.length === 3) return model.output === "softmax";
  return model.hidden.length === 0 && model.weights === "sum_to_one" && table.subjects.length === 3;
}
