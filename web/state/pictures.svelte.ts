/** Which pictures are open, case by case. */
import type { Experiment, Preset } from "../engine/engine";

/** In the order in which they stand. */
export const PICTURE_NAMES = [
  "boundary",
  "weights",
  "network",
  "curve",
  "triangle",
  "surface",
  "arithmetic",
  "family",
  "search",
  "race",
  "metrics",
] as const;
export type PictureName = (typeof PICTURE_NAMES)[number];

/** How high each picture is, in rows of text. */
const HEIGHTS: Readonly<Record<PictureName, number>> = {
  boundary: 28,
  weights: 12,
  network: 18,
  curve: 16,
  triangle: 22,
  surface: 24,
  arithmetic: 34,
  family: 28,
  search: 24,
  race: 44,
  metrics: 16,
};

type Column = readonly PictureName[];
export type Columns = readonly [Column, Column];

/** What a case's learner meets first; the rest is a click away. */
const AT_FIRST: Readonly<Record<Preset, Columns>> = {
  weights: [["boundary"], ["weights"]],
  award: [["boundary"], ["weights"]],
  honours: [["boundary"], ["weights"]],
  layers: [["boundary"], ["network"]],
};

export class Pictures {
  #open = $state.raw(AT_FIRST);

  /** The pictures that are open in a case, in two columns, in the order of their names in each. */
  columns(preset: Preset): Columns {
    return this.#open[preset];
  }

  isOpen(preset: Preset, picture: PictureName): boolean {
    return this.#open[preset].flat().includes(picture);
  }

  /** Opens a picture in the column that has more room. None that is open moves: it may be at work. */
  show(preset: Preset, picture: PictureName): void {
    if (this.isOpen(preset, picture)) return;
    const [left, right] = this.#open[preset];
    const joined = (column: Column): Column =>
      PICTURE_NAMES.filter((name) => name === picture || column.includes(name));
    this.#set(preset, heightOf(left) <= heightOf(right) ? [joined(left), right] : [left, joined(right)]);
  }

  close(preset: Preset, picture: PictureName): void {
    const [left, right] = this.#open[preset];
    const others = (column: Column): Column => column.filter((name) => name !== picture);
    this.#set(preset, [others(left), others(right)]);
  }

  #set(preset: Preset, columns: Columns): void {
    this.#open = { ...this.#open, [preset]: columns };
  }
}

function heightOf(column: Column): number {
  return column.reduce((height, picture) => height + HEIGHTS[picture], 0);
}

/** Why a picture has nothing to show of a model; null where it has. */
export type Obstacle = "hasLayers" | "noCurve" | "noTriangle" | "notLinear" | "notWeightsAlone";

export function obstacleOf(picture: PictureName, { model, table }: Experiment): Obstacle | null {
  switch (picture) {
    case "weights":
      return model.hidden.length > 0 ? "hasLayers" : null;
    case "curve":
      return model.hidden.length === 0 && model.output !== "sigmoid" ? "noCurve" : null;
    case "triangle":
      return hasTriangle({ model, table }) ? null : "noTriangle";
    case "family":
      return isLinear({ model, table }) ? null : "notLinear";
    case "search":
      return isLinear({ model, table }) && !model.bias ? null : "notWeightsAlone";
    default:
      return null;
  }
}

/** A total that is a sum of weighted scores. */
function isLinear({ model, table }: Pick<Experiment, "model" | "table">): boolean {
  return model.hidden.length === 0 && model.output === "linear" && table.classes.length === 0;
}

/** Three weights that sum to one, or three probabilities. */
function hasTriangle({ model, table }: Pick<Experiment, "model" | "table">): boolean {
  if (table.classes.length === 3) return model.output === "softmax";
  return model.hidden.length === 0 && model.weights === "sum_to_one" && table.subjects.length === 3;
}
